import { describe, expect, it } from 'vitest';

import {
  faultOfCanned,
  fillCanned,
  firstNameOf,
  type CannedValues,
} from '../../../plugins/attendance/protocol/shared/text/canned-text';
import { cannedResponseCreateSchema } from '../../../plugins/attendance/protocol/tools/tools';

const VALUES: CannedValues = {
  'visitor.name': 'Carla Souza',
  'visitor.firstName': 'Carla',
  'visitor.email': '',
  'agent.name': 'Ana',
  'interaction.protocol': '2026-000007',
  'site.name': 'Loja',
};

const textOf = (body: string, values: CannedValues = VALUES): string =>
  fillCanned(body, values)
    .map((part) => (part.kind === 'blank' ? `<${part.variable}>` : part.text))
    .join('');

describe('variables of a canned response', () => {
  it.each([
    ['Olá {{visitor.firstName}}, aqui é {{agent.name}}.', 'Olá Carla, aqui é Ana.'],
    ['{{ visitor.name }}', 'Carla Souza'],
    ['{{visitor.name|cliente}}', 'Carla Souza'],
    ['Protocolo {{interaction.protocol}} em {{site.name}}', 'Protocolo 2026-000007 em Loja'],
    ['sem variável nenhuma }} {', 'sem variável nenhuma }} {'],
    ['', ''],
  ])('[C8] %j reads %j', (body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it.each([
    ['{{visitor.email|não informado}}', 'não informado'],
    ['({{visitor.email|}})', '()'],
    ['Escreva a {{visitor.email}}!', 'Escreva a <visitor.email>!'],
  ])('[C8] [Z48] where nothing is known, %j reads %j', (body, text) => {
    expect(textOf(body)).toBe(text);
  });

  it.each(['{{agent.name}}', '$& $1 $$', '<img src=x onerror=alert(1)>', '{{visitor.name|x}}', '\u202Etxt'])(
    '[Z48] a visitor who calls themselves %j is read as that and nothing else',
    (name) => {
      expect(textOf('Olá {{visitor.name}}!', { ...VALUES, 'visitor.name': name })).toBe(`Olá ${name}!`);
    },
  );

  it('[Z48] white space alone is no value', () => {
    expect(textOf('{{visitor.name|você}}', { ...VALUES, 'visitor.name': '  ' })).toBe('você');
  });

  it.each([
    ['{{visitor.nome}}', { kind: 'unknown', name: 'visitor.nome' }],
    ['{{}}', { kind: 'unknown', name: '' }],
    ['{{constructor}}', { kind: 'unknown', name: 'constructor' }],
    ['{{visitor.name', { kind: 'unclosed' }],
    ['{{visitor.{name}}}', { kind: 'unclosed' }],
    ['{{visitor.name|a}} e {{agent.name}}', null],
    ['{ preço: 3 }', null],
  ])('[C8] [Z48] %j is faulted with %j', (body, fault) => {
    expect(faultOfCanned(body)).toEqual(fault);
  });

  it.each([
    ['Carla Maria Souza', 'Carla'],
    ['  Zé ', 'Zé'],
    ['', ''],
    ['Joana D’Arc', 'Joana'],
    ['J. Silva', 'J.'],
    ['Doni Prado', 'Doni'],
    ['Gen Ito', 'Gen'],
  ])('[C8] the first name of %j is %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });

  it.each([
    ['Dr. João Petterson', 'João'],
    ['DRA. Ana', 'Ana'],
    ['dr joão', 'joão'],
    ['Dr.João', 'João'],
    ['Sr. José', 'José'],
    ['Sra. D. Maria', 'Maria'],
    ['Sr(a). Lia', 'Lia'],
    ['Sr./Sra. Lia', 'Lia'],
    ['Srta. Bia', 'Bia'],
    ['Prof. Dr. Caio Lima', 'Caio'],
    ['Profª Rute', 'Rute'],
    ['Prof.ª Dra. Rute', 'Rute'],
    ['Eng. Davi', 'Davi'],
    ['Dona Zica', 'Zica'],
    ['D.ª Zica', 'Zica'],
    ['Mr. Brown', 'Brown'],
    ['Mrs Jones', 'Jones'],
    ['Ms. Lee', 'Lee'],
    ['Don Quijote', 'Quijote'],
    ['Doña Inés', 'Inés'],
    ['Señora Pilar', 'Pilar'],
    ['Lic. Mateo', 'Mateo'],
    ['Dr.', ''],
    ['Prof. Dra.', ''],
  ])('[C8] finding C5: the first name of %j passes over the title: %j', (name, first) => {
    expect(firstNameOf(name)).toBe(first);
  });

  it('[C8] finding C5: of somebody who is a title only, the words for when nothing is known are said', () => {
    const parts = fillCanned('Olá, {{visitor.firstName|cliente}}!', {
      ...VALUES,
      'visitor.firstName': firstNameOf('Dr.'),
    });
    expect(parts.map((part) => (part.kind === 'blank' ? '?' : part.text)).join('')).toBe('Olá, cliente!');
  });
});

describe('a canned response that is saved', () => {
  const draft = { shortcut: 'Preço', title: ' Preço  do frete ', body: 'R$ 10', departmentId: null };

  it('[C8] has a shortcut in lower case and a title in one line', () => {
    expect(cannedResponseCreateSchema.parse(draft)).toEqual({
      ...draft,
      shortcut: 'preço',
      title: 'Preço do frete',
    });
  });

  it.each([
    { shortcut: 'com espaço' },
    { shortcut: '/barra' },
    { shortcut: '' },
    { shortcut: 'x'.repeat(33) },
    { title: ' ' },
    { body: '\u200b' },
    { body: '{{visitante}}' },
    { body: 'x'.repeat(4_001) },
  ])('[C8] [Z48] is refused with %j', (wrong) => {
    expect(cannedResponseCreateSchema.safeParse({ ...draft, ...wrong }).success).toBe(false);
  });
});
