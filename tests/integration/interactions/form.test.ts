import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { newField, type Form, type FormField } from '../../../plugins/attendance/protocol/settings/form';
import { codeOf, dataOf, nextFact, PAGE, SITE_KEY, type VisitorSocket } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;

const say = (text: string) => ({ 'pt-BR': text, en: `${text} (en)`, es: '' });
const field = (id: string, type: FormField['type'], overrides: Partial<FormField> = {}): FormField => ({
  ...newField(id, type),
  label: say(`Campo ${id}`),
  isRequired: true,
  ...overrides,
});

const FORM: Form = {
  isOn: true,
  fields: [
    field('quem', 'text', { target: 'name' }),
    field('correio', 'email', { target: 'email' }),
    field('fone', 'phone', { target: 'phone' }),
    field('documento', 'cpf', { target: 'document' }),
    field('assunto', 'choice', {
      options: [
        { value: 'troca', label: say('Troca') },
        { value: 'outro', label: say('Outro assunto') },
      ],
    }),
    field('pedido', 'text', { condition: { fieldId: 'assunto', equals: 'troca' } }),
    field('cliente', 'checkbox', { isRequired: false }),
    field('relato', 'long-text', { channels: ['chat'] }),
    field('camera', 'text', { channels: ['video'] }),
    // A name that every object has.
    field('constructor', 'text', { isRequired: false }),
  ],
  consent: { isOn: true, needsCheck: true, text: say('Li e concordo.'), version: 4 },
};

const GOOD = {
  quem: ' Carla  Souza ',
  correio: 'carla@exemplo.com',
  fone: '(11) 98765-4321',
  documento: '52998224725',
  assunto: 'troca',
  pedido: '77',
  relato: 'Chegou\r\nquebrado.',
};

const setForm = (form: object) =>
  scene
    .knex('attendance_sites')
    .where('key', SITE_KEY)
    .update({ form: JSON.stringify(form) });

const ask = (
  socket: VisitorSocket,
  answers: Record<string, string>,
  more: { consentVersion?: number; channel?: 'chat' | 'voice' | 'video' } = { consentVersion: 4 },
) => socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE, answers, ...more });

async function expectNothingStored(visitorsBefore: number): Promise<void> {
  expect(await scene.knex('attendance_interactions')).toHaveLength(0);
  expect(await scene.knex('attendance_visitors')).toHaveLength(visitorsBefore);
}

beforeAll(async () => {
  scene = await startScene();
});

beforeEach(() => setForm(FORM));

afterEach(() => scene.reset());

afterAll(() => scene.stop());

describe('what a hand-made request answers', () => {
  const visitors = async () => (await scene.knex('attendance_visitors')).length;

  it.each<[string, Record<string, string>, string]>([
    ['nothing', {}, 'answers.quem: required'],
    ['a name of nothing visible', { ...GOOD, quem: '\u200b \u2060' }, 'answers.quem: required'],
    ['a name without end', { ...GOOD, quem: 'x'.repeat(121) }, 'answers.quem: too-long'],
    ['an e-mail that is none', { ...GOOD, correio: 'carla' }, 'answers.correio: invalid'],
    ['a phone of hyphens', { ...GOOD, fone: '--------' }, 'answers.fone: invalid'],
    ['a CPF with a wrong digit', { ...GOOD, documento: '529.982.247-26' }, 'answers.documento: invalid'],
    ['a CPF of one digit repeated', { ...GOOD, documento: '11111111111' }, 'answers.documento: invalid'],
    ['an option that there is not', { ...GOOD, assunto: 'venda' }, 'answers.assunto: invalid'],
    ['a check-box ticked otherwise', { ...GOOD, cliente: 'sim' }, 'answers.cliente: invalid'],
    ['nothing where a condition is met', { ...GOOD, pedido: ' ' }, 'answers.pedido: required'],
  ])(
    '[F2] is refused with %s, by the name of the field, and nothing is stored',
    async (_, answers, reason) => {
      const before = await visitors();
      const { socket } = await scene.visitor();
      const answer = await ask(socket, answers);
      expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request', message: reason } });
      await expectNothingStored(before);
    },
  );

  it.each<[string, object]>([
    ['a text without end', { answers: { relato: 'x'.repeat(2_001) } }],
    ['a list', { answers: ['Carla'] }],
    ['an object for an answer', { answers: { quem: { $ne: '' } } }],
    [
      'answers without end',
      { answers: Object.fromEntries(Array.from({ length: 61 }, (__, n) => [`f${n}`, ''])) },
    ],
    ['a field’s name without end', { answers: { ['x'.repeat(33)]: '' } }],
  ])('[F2] [Z12] is refused with %s', async (_, wrong) => {
    const { socket } = await scene.visitor();
    const request = { channel: 'chat', page: PAGE, ...wrong } as never;
    expect(['bad_request', 'too_large']).toContain(
      codeOf(await socket.emitWithAck('interaction:request', request)),
    );
  });

  it.each<[string, { consentVersion?: number }]>([
    ['without it', {}],
    ['of an older text', { consentVersion: 3 }],
    ['of a text to come', { consentVersion: 5 }],
  ])('[W5] needs today’s consent: %s nothing is stored', async (_, consent) => {
    const before = await visitors();
    const { socket } = await scene.visitor();
    expect(codeOf(await ask(socket, GOOD, consent))).toBe('bad_request');
    await expectNothingStored(before);
  });
});

describe('what is kept', () => {
  it('[F2] [A4] [W5] the answers as the visitor saw them, their own data, and the consent with its text and time', async () => {
    const ana = await scene.online();
    const assigned = nextFact(ana.socket, 'interaction:changed');
    const startedAt = Date.now();
    const { socket } = await scene.visitor();
    const extra = { ...GOOD, cliente: '', camera: 'não se pergunta', outro: 'nem isto', constructor: 'x' };
    const data = dataOf(await ask(socket, extra));
    expect(data.known).toEqual(['name', 'email', 'phone', 'document']);
    const { interaction } = await assigned;
    expect(interaction.visitor).toMatchObject({
      name: 'Carla Souza',
      email: 'carla@exemplo.com',
      phone: '(11) 98765-4321',
      document: '529.982.247-25',
    });
    expect(interaction.answers.map(({ fieldId, shown }) => [fieldId, shown])).toEqual([
      ['quem', 'Carla Souza'],
      ['correio', 'carla@exemplo.com'],
      ['fone', '(11) 98765-4321'],
      ['documento', '529.982.247-25'],
      ['assunto', 'Troca'],
      ['pedido', '77'],
      ['relato', 'Chegou\nquebrado.'],
      ['constructor', 'x'],
    ]);
    expect(interaction.answers[4]).toEqual({
      fieldId: 'assunto',
      type: 'choice',
      label: 'Campo assunto',
      value: 'troca',
      shown: 'Troca',
    });
    expect(interaction.consent).toMatchObject({ version: 4, text: 'Li e concordo.', isChecked: true });
    expect(interaction.consent?.givenAt).toBeGreaterThanOrEqual(startedAt);
    // What becomes of the form later changes nothing of it.
    await setForm({ ...FORM, fields: [] });
    const again = await scene.agent();
    expect(again.snapshot.interactions[0]?.answers).toEqual(interaction.answers);
  });

  it('[F2] of a channel, what is asked there; what a condition leaves out is dropped', async () => {
    const ana = await scene.online();
    const assigned = nextFact(ana.socket, 'interaction:changed');
    const { socket } = await scene.visitor();
    const answers = { ...GOOD, assunto: 'outro', pedido: '77', camera: 'frontal' };
    dataOf(await ask(socket, answers, { consentVersion: 4, channel: 'video' }));
    const { interaction } = await assigned;
    expect(interaction.answers.map(({ fieldId }) => fieldId)).toEqual([
      'quem',
      'correio',
      'fone',
      'documento',
      'assunto',
      'camera',
    ]);
  });

  it('[F2] nothing, where the form is off', async () => {
    await setForm({ ...FORM, isOn: false });
    const ana = await scene.online();
    const assigned = nextFact(ana.socket, 'interaction:changed');
    const { socket } = await scene.visitor();
    dataOf(await ask(socket, GOOD, {}));
    expect((await assigned).interaction).toMatchObject({ answers: [], consent: null, visitor: { name: '' } });
  });

  it('[W5] a line that is only shown is kept as such, and asks for no tick', async () => {
    await setForm({ ...FORM, fields: [], consent: { ...FORM.consent, needsCheck: false } });
    const ana = await scene.online();
    const assigned = nextFact(ana.socket, 'interaction:changed');
    const { socket } = await scene.visitor();
    dataOf(await ask(socket, {}));
    expect((await assigned).interaction.consent).toMatchObject({ version: 4, isChecked: false });
  });
});

describe('a visitor who is known', () => {
  it('[F2] [Z31] is asked again only what is required and not known yet', async () => {
    await setForm({ ...FORM, consent: { ...FORM.consent, isOn: false } });
    const first = await scene.visitor();
    const { interaction, token } = dataOf(await ask(first.socket, GOOD, {}));
    dataOf(await first.socket.emitWithAck('interaction:cancel', { interactionId: interaction.id }));
    const { snapshot, socket } = await scene.visitor({ token: token ?? '' });
    expect(snapshot.known).toEqual(['name', 'email', 'phone', 'document']);
    expect(await ask(socket, {}, {})).toMatchObject({ error: { message: 'answers.assunto: required' } });
    dataOf(await ask(socket, { assunto: 'outro', relato: 'De novo.' }, {}));
  });

  it('[P3] [Z31] with one that goes on is given that one, whatever they answer', async () => {
    const first = await scene.visitor();
    const { interaction, token } = dataOf(await ask(first.socket, GOOD));
    const { socket } = await scene.visitor({ token: token ?? '' });
    expect(dataOf(await ask(socket, {}, {})).interaction.id).toBe(interaction.id);
  });
});

describe('a row of the first shape', () => {
  it('[F2] asks for what it asked for', async () => {
    const shown = { isShown: true, isRequired: true };
    await setForm({
      isOn: true,
      name: shown,
      email: { ...shown, isRequired: false },
      phone: { isShown: false },
    });
    const { socket } = await scene.visitor();
    expect(await ask(socket, {}, {})).toMatchObject({ error: { message: 'answers.name: required' } });
    const { known } = dataOf(await ask(socket, { name: 'Carla', phone: '123456' }, {}));
    expect(known).toEqual(['name']);
  });
});
