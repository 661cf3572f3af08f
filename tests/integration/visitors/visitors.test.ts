import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  FORM_OFF,
  newField,
  type Form,
  type FormField,
} from '../../../plugins/attendance/protocol/settings/form';
import { codeOf, dataOf, nextFact, PAGE, recordFacts, SITE_KEY } from '../../support/wire/clients';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const setForm = (form: Form) =>
  scene
    .knex('attendance_sites')
    .where('key', SITE_KEY)
    .update({ form: JSON.stringify(form) });

const isAway = ({ interaction }: { interaction: { awayUntil: number | null } }): boolean =>
  interaction.awayUntil !== null;

describe('who leaves the page', () => {
  it('[P1] [S3] is away from the loss of the last connection, for the persistence time', async () => {
    const { ana, carla } = await scene.conversation();
    const left = nextFact(ana.socket, 'interaction:changed', isAway);
    const leftAt = Date.now();
    carla.socket.disconnect();
    const { awaySince, awayUntil } = (await left).interaction;
    expect(awaySince).toBeGreaterThanOrEqual(leftAt);
    expect((awayUntil ?? 0) - (awaySince ?? 0)).toBe(90_000);
  });

  it('[P2] and comes back in time finds the same interaction, and is not away any more', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const left = nextFact(ana.socket, 'interaction:changed', isAway);
    carla.socket.disconnect();
    await left;
    const back = nextFact(ana.socket, 'interaction:changed', (fact) => !isAway(fact));
    const again = await scene.visitor({ token });
    expect(again.snapshot.interaction?.id).toBe(interactionId);
    await back;
    await expectChatWorks({ ana, carla: again, interactionId, token });
  });

  it('[P6] in one of two tabs is not away; each tab has each message once', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const tab = await scene.visitor({ token });
    const facts = [recordFacts(carla.socket), recordFacts(tab.socket)];
    const agentFacts = recordFacts(ana.socket);
    const body = 'nas duas abas';
    const arrived = [carla, tab].map(({ socket }) =>
      nextFact(socket, 'message:posted', ({ message }) => message.side === 'agent' && message.body === body),
    );
    dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, body)));
    await Promise.all(arrived);
    carla.socket.disconnect();
    await expectChatWorks({ ana, carla: tab, interactionId, token });
    for (const recorded of facts)
      expect(recorded.filter((fact) => JSON.stringify(fact).includes(body))).toHaveLength(1);
    expect(agentFacts.filter(({ payload }) => JSON.stringify(payload).includes('"awayUntil":1'))).toEqual([]);
  });

  it('[P6] and asks again in one of two tabs is seen waiting in the other in the same moment', async () => {
    const asking = await scene.visitor();
    const { interaction: before, token } = await scene.request(asking);
    dataOf(await asking.socket.emitWithAck('interaction:cancel', { interactionId: before.id }));
    const tab = await scene.visitor({ token });
    const told = recordFacts(tab.socket);
    const begun = nextFact(tab.socket, 'interaction:changed', (fact) => fact.interaction.id !== before.id);
    const { interaction } = await scene.request(asking);
    expect(await begun).toMatchObject({ interaction: { id: interaction.id, status: 'waiting' } });
    const assigned = nextFact(
      tab.socket,
      'interaction:changed',
      (fact) => fact.interaction.status === 'assigned',
    );
    await scene.online();
    expect((await assigned).interaction.id).toBe(interaction.id);
    const ids = told.map(({ payload }) => (payload as { interaction?: { id: number } }).interaction?.id);
    expect(ids).not.toContain(before.id);
  });

  it('[P1] [P3] before the first request was stored is away from the start', async () => {
    const ana = await scene.online();
    const left = nextFact(ana.socket, 'interaction:changed', isAway);
    const { socket } = await scene.visitor();
    socket.emit('interaction:request', { channel: 'chat', page: PAGE }, () => undefined);
    socket.disconnect();
    await left;
  });

  it('[P5] while waiting keeps the place and is passed over; on return is served', async () => {
    const first = await scene.visitor();
    const { interaction, token } = await scene.request(first);
    const ana = await scene.agent();
    const left = nextFact(ana.socket, 'queue:changed', ({ queue }) =>
      queue.entries.some((entry) => entry.isAway),
    );
    first.socket.disconnect();
    await left;
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'online' }));
    const back = await scene.visitor({ token });
    expect(back.snapshot.interaction).toMatchObject({ id: interaction.id, status: 'assigned' });
  });

  it('[P3] for too long ends their side, and the next request is a new interaction', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const left = nextFact(ana.socket, 'interaction:changed', isAway);
    carla.socket.disconnect();
    await left;
    // The deadline is stored: moved into the past, the next sweep finds it.
    await scene
      .knex('attendance_interactions')
      .where('id', interactionId)
      .update({ away_until: Date.now() - 1 });
    const over = nextFact(
      ana.socket,
      'interaction:changed',
      (fact) => fact.interaction.visitorEndedAt !== null,
    );
    expect((await over).interaction.visitorEndReason).toBe('visitor-gone');
    const again = await scene.visitor({ token });
    expect(again.snapshot.isRecognised).toBe(true);
    expect((await scene.request(again)).interaction.id).not.toBe(interactionId);
  });
});

describe('who is recognised', () => {
  it('[P3] [Z27] finding B15: is called by name and written to where they said, whether or not anything of theirs is live', async () => {
    const carla = await scene.visitor();
    expect(carla.snapshot).toMatchObject({ isRecognised: false, visitorName: '' });
    const name: FormField = {
      ...newField('name', 'text', 'name'),
      label: { 'pt-BR': 'Nome', en: '', es: '' },
    };
    const email: FormField = { ...newField('email', 'email', 'email'), label: name.label };
    await setForm({ ...FORM_OFF, isOn: true, fields: [name, email] });
    const visitorEmail = 'carla@exemplo.com';
    const answers = { name: 'Carla Souza', email: `mailto:${visitorEmail}` };
    const request = { channel: 'chat' as const, page: PAGE, answers };
    const started = dataOf(await carla.socket.emitWithAck('interaction:request', request));
    expect(started.visitorEmail).toBe(visitorEmail);
    const { interaction, token } = started;
    const nameIn = async () => (await scene.visitor({ token: token ?? '' })).snapshot;
    expect(await nameIn()).toMatchObject({ interaction: { id: interaction.id }, visitorName: 'Carla Souza' });
    dataOf(await carla.socket.emitWithAck('interaction:cancel', { interactionId: interaction.id }));
    expect(await nameIn()).toMatchObject({
      isRecognised: true,
      interaction: null,
      visitorName: 'Carla Souza',
      visitorEmail,
    });
    await setForm(FORM_OFF);
  });
});

describe('one live interaction', () => {
  it('[P3] requests at once on a new connection make one visitor and one interaction', async () => {
    const { socket } = await scene.visitor();
    const request = { channel: 'chat' as const, page: PAGE };
    const before = await scene.knex('attendance_visitors');
    const answers = await Promise.all(
      [1, 2, 3].map(() => socket.emitWithAck('interaction:request', request)),
    );
    expect(new Set(answers.map((answer) => dataOf(answer).interaction.id)).size).toBe(1);
    expect(await scene.knex('attendance_visitors')).toHaveLength(before.length + 1);
  });

  it('[P3] two tabs that ask at once are given the same', async () => {
    const { ana, interactionId, token } = await scene.conversation();
    const tabs = [await scene.visitor({ token }), await scene.visitor({ token })];
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    const answers = await Promise.all(tabs.map((tab) => scene.request(tab)));
    const ids = answers.map(({ interaction }) => interaction.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids).not.toContain(interactionId);
  });
});

describe('the end', () => {
  it('[A6] [K7] twice and from several tabs is one event', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const tab = await scene.visitor({ token });
    const [agentFacts, visitorFacts] = [recordFacts(ana.socket), recordFacts(tab.socket)];
    const byVisitor = [carla, tab, carla].map(({ socket }) =>
      socket.emitWithAck('interaction:end', { interactionId }),
    );
    for (const answer of await Promise.all(byVisitor)) dataOf(answer);
    const second = await scene.agent();
    const byAgent = [ana, second, ana].map(({ socket }) =>
      socket.emitWithAck('interaction:end', { interactionId }),
    );
    for (const answer of await Promise.all(byAgent)) dataOf(answer);
    const count = (facts: typeof agentFacts, text: string): number =>
      facts.filter((fact) => JSON.stringify(fact).includes(text)).length;
    for (const facts of [agentFacts, visitorFacts]) expect(count(facts, '"kind":"visitor-ended"')).toBe(1);
    expect(count(visitorFacts, '"kind":"agent-ended"')).toBe(1);
    expect(agentFacts.filter(({ name }) => name === 'interaction:removed')).toHaveLength(1);
    const lines = await scene
      .knex('attendance_messages')
      .where({ interaction_id: interactionId, side: 'system' });
    expect(lines).toHaveLength(3);
  });

  it('[K7] [C1] after it nothing is written, and what was stays readable', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'antes')));
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId, closingTag: 'Resolvido' }));
    expect(codeOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'tarde')))).toBe(
      'conflict',
    );
    expect(codeOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'tarde')))).toBe(
      'conflict',
    );
    const { messages } = dataOf(await carla.socket.emitWithAck('message:list', { interactionId }));
    expect(messages.flatMap((message) => (message.side === 'visitor' ? [message.body] : []))).toEqual([
      'antes',
    ]);
    expect(codeOf(await carla.socket.emitWithAck('interaction:cancel', { interactionId }))).toBe('conflict');
  });

  it('[C3] [K2] the same message sent at once by two tabs is one row, and told once', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const tab = await scene.visitor({ token });
    const facts = recordFacts(ana.socket);
    const message = post(interactionId, 'uma vez só');
    const answers = await Promise.all(
      [carla, tab, carla].map(({ socket }) => socket.emitWithAck('message:post', message)),
    );
    expect(new Set(answers.map((answer) => dataOf(answer).sequence)).size).toBe(1);
    await expectChatWorks({ ana, carla, interactionId, token });
    expect(
      facts.filter(
        (fact) =>
          JSON.stringify(fact).includes('"message:posted"') && JSON.stringify(fact).includes('uma vez só'),
      ),
    ).toHaveLength(1);
  });
});
