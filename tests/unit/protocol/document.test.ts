import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { agentCommands, agentFacts } from '../../../plugins/attendance/protocol/wire/agent-events';
import type {
  CommandDefinition,
  FactDefinition,
} from '../../../plugins/attendance/protocol/schemas/commands';
import { visitorCommands, visitorFacts } from '../../../plugins/attendance/protocol/wire/visitor-events';
import { readComments } from '../../support/protocol-document/comments';
import { renderProtocol } from '../../support/protocol-document/render';
import { shapeOf, typeOf } from '../../support/protocol-document/shapes';

interface Tables {
  readonly commands: Readonly<Record<string, CommandDefinition>>;
  readonly facts: Readonly<Record<string, FactDefinition>>;
}

const root = path.resolve(import.meta.dirname, '../../..');
const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
const document = read('docs/protocol.md');

describe('docs/protocol.md', () => {
  it('[Z14] is what the schemas give (npm run docs writes it)', () => {
    const comments = readComments(path.join(root, 'plugins/attendance/protocol'));
    expect(document).toBe(renderProtocol(read('docs/protocol.template.md'), comments));
  });

  it('[Z14] a field says what it means wherever it is taken over: spread, named, or of a list', () => {
    const [, join = ''] = /#### call:join\n(.*?)\n#### /s.exec(document) ?? [];
    for (const row of [
      /`session` .* The pairing that this page still has/,
      /`videoHeight` .* Most lines of the picture that are sent/,
      /`iceServers\[\]\.urls` .* `stun:` and `turn:` addresses/,
    ])
      expect(join).toMatch(row);
  });

  it('[Z14] links to sections that exist', () => {
    const headings = new Set(
      [...document.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
        title.toLowerCase().replace(/[^\w-]+/g, '-'),
      ),
    );
    for (const [, anchor = ''] of document.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(anchor);
  });
});

describe('records in it', () => {
  const key = z.enum(['a', 'b']);
  it.each<[string, z.ZodType, string]>([
    ['any key', z.record(z.string(), z.boolean()), 'object of boolean, by key'],
    [
      'short keys',
      z.record(z.string().max(9), z.boolean()),
      'object of boolean, by key (at most 9 characters)',
    ],
    ['all of some keys', z.record(key, z.boolean()), 'object of boolean, for each of `"a"`, `"b"`'],
    ['some of some keys', z.partialRecord(key, z.boolean()), 'object of boolean, for any of `"a"`, `"b"`'],
    ['no record', z.object({ a: z.boolean() }), 'object'],
  ])('[Z14] finding D9: %s', (_, schema, words) => {
    expect(typeOf(shapeOf(schema, 'input'))).toBe(words);
  });

  it('[Z14] finding D9: a section of its own says what the record holds, and never that it is empty', () => {
    const sections = document.split(/^#### /m).filter((text) => /^[A-Z]/.test(text));
    expect(sections.filter((text) => text.includes('An empty object.'))).toEqual([]);
    expect(sections.find((text) => text.startsWith('FormAnswers'))).toContain('An object of text');
  });
});

describe('its example of a conversation', () => {
  const sides: Record<string, Tables> = {
    visitor: { commands: visitorCommands, facts: visitorFacts },
    agent: { commands: agentCommands, facts: agentFacts },
  };
  const lines = [...document.matchAll(/^(→|←) (visitor|agent) (answer )?([\w:-]+) (\{.*\})$/gm)];

  it('[Z14] is all of it read', () => {
    expect(lines).toHaveLength([...document.matchAll(/^(→|←) /gm)].length);
    expect(lines.length).toBeGreaterThan(15);
  });

  it.each(
    lines.map(([line, arrow, side, answer, name, json]) => ({ line, arrow, side, answer, name, json })),
  )(
    '[Z14] says what the schemas allow: $arrow $side $name',
    ({ answer, arrow, json = '', name = '', side }) => {
      const tables = sides[side ?? ''];
      const command = tables?.commands[name];
      const told = answer === undefined ? tables?.facts[name]?.payload : command?.answer;
      const schema = arrow === '→' ? command?.payload : told;
      if (schema === undefined) throw new Error(`${name} is no event of ${side}`);
      expect(schema.safeParse(JSON.parse(json)).error).toBeUndefined();
    },
  );
});
