import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { dataOf, nextFact, SITE_KEY } from '../../support/wire/clients';
import { startScene, type Conversation, type Scene } from '../../support/scene';

type Letter = Readonly<Record<'to' | 'subject' | 'text' | 'html', string>>;

let scene: Scene;
const letters: Letter[] = [];
/** Told of each letter that the provider is given. */
let arrived: (letter: Letter) => void = () => undefined;

const READER = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo' } as const;
const FIVE = { scale: 'stars', score: 5, comment: 'Muito bom' } as const;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  // A provider as a company configures one; it keeps what it is given.
  strapi.config.set('plugin::email.provider', 'test-capture');
  const plugin = strapi.plugin('email') as unknown as { provider: { send(letter: Letter): Promise<void> } };
  plugin.provider = {
    send: (letter) => {
      letters.push(letter);
      arrived(letter);
      return Promise.resolve();
    },
  };
});

beforeEach(async () => {
  letters.length = 0;
  await offer({ kind: 'stars', asksComment: true }, { canDownload: true, canEmail: true });
});

afterEach(() => scene.reset());
afterAll(() => scene.stop());

async function offer(rating: object, transcript: object): Promise<void> {
  await scene
    .knex('attendance_sites')
    .where('key', SITE_KEY)
    .update({ rating: JSON.stringify(rating), transcript: JSON.stringify(transcript) });
}

async function over(): Promise<Conversation> {
  const conversation = await scene.conversation();
  const { carla, interactionId } = conversation;
  dataOf(
    await carla.socket.emitWithAck('message:post', {
      interactionId,
      clientMessageId: 'carla-000001',
      body: 'Oi, <b>tudo</b> bem?',
    }),
  );
  dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
  return conversation;
}

describe('[W4] [Z25] a rating', () => {
  it('is stored, shown to the agent who still has it on screen, and changeable', async () => {
    const { ana, carla, interactionId } = await over();
    const told = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.rating !== null,
    );
    const { rating } = dataOf(await carla.socket.emitWithAck('rating:give', { interactionId, rating: FIVE }));
    expect(rating).toMatchObject(FIVE);
    expect((await told).interaction.rating).toEqual(rating);
    const changed = dataOf(
      await carla.socket.emitWithAck('rating:give', { interactionId, rating: { ...FIVE, score: 2 } }),
    );
    expect(changed.rating).toEqual({ ...FIVE, score: 2, ratedAt: rating.ratedAt });
    const [row] = await scene.knex('attendance_interactions').where('id', interactionId).select<object[]>();
    expect(row).toMatchObject({ rating_scale: 'stars', rating_score: 2, rating_comment: 'Muito bom' });
  });

  it('is refused while the conversation goes on, when it is off, and a day later', async () => {
    const { carla, interactionId } = await scene.conversation();
    const give = () => carla.socket.emitWithAck('rating:give', { interactionId, rating: FIVE });
    expect(await give()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
    await offer({ kind: 'off', asksComment: true }, { canDownload: false, canEmail: false });
    expect(await give()).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await offer({ kind: 'stars', asksComment: true }, { canDownload: false, canEmail: false });
    dataOf(await give());
    await scene
      .knex('attendance_interactions')
      .where('id', interactionId)
      .update({ rated_at: Date.now() - 86_400_001 });
    expect(await give()).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it('[K9] [Z4] is its visitor’s alone to give', async () => {
    const { interactionId } = await over();
    const stranger = await scene.visitor();
    await scene.request(stranger);
    const { socket } = stranger;
    const answers = await Promise.all([
      socket.emitWithAck('rating:give', { interactionId, rating: FIVE }),
      socket.emitWithAck('transcript:write', { interactionId, ...READER }),
      socket.emitWithAck('transcript:send', { interactionId, ...READER, email: 'x@exemplo.com' }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(letters).toEqual([]);
  });
});

describe('[W4] [Z26] [Z27] the conversation to keep', () => {
  it('is a page that shows what was written as text', async () => {
    const { carla, interactionId } = await over();
    const { fileName, html } = dataOf(
      await carla.socket.emitWithAck('transcript:write', { interactionId, ...READER }),
    );
    expect(fileName).toMatch(/^atendimento-\d{4}-\d{6}\.html$/);
    expect(html).toContain('Oi, &lt;b&gt;tudo&lt;/b&gt; bem?');
  });

  it('goes by e-mail to the address given, three times at most', async () => {
    const { carla, interactionId } = await over();
    const send = () =>
      carla.socket.emitWithAck('transcript:send', { interactionId, ...READER, email: 'carla@exemplo.com' });
    const first = new Promise<Letter>((resolve) => (arrived = resolve));
    expect(dataOf(await send())).toEqual({});
    expect(await first).toMatchObject({ to: 'carla@exemplo.com' });
    expect((await first).text).toContain('Oi, <b>tudo</b> bem?');
    dataOf(await send());
    dataOf(await send());
    expect(await send()).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
  });

  it('takes no address that ends a header', async () => {
    const { carla, interactionId } = await over();
    for (const email of ['a@exemplo.com\r\nBcc: b@exemplo.com', 'a@exemplo.com,b@exemplo.com', 'nada'])
      expect(
        await carla.socket.emitWithAck('transcript:send', { interactionId, ...READER, email }),
      ).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    expect(letters).toEqual([]);
  });

  it('is neither offered nor sent where nobody could send it', async () => {
    const { strapi, url } = scene.server;
    const { carla, interactionId } = await over();
    const offered = async () => {
      const answer = await fetch(`${url}/api/attendance/sites/${SITE_KEY}/panel`);
      return ((await answer.json()) as { data: { transcript: { canEmail: boolean } } }).data.transcript
        .canEmail;
    };
    expect(await offered()).toBe(true);
    strapi.config.set('plugin::email.provider', 'sendmail');
    try {
      expect(await offered()).toBe(false);
      expect(
        await carla.socket.emitWithAck('transcript:send', {
          interactionId,
          ...READER,
          email: 'carla@exemplo.com',
        }),
      ).toMatchObject({ ok: false, error: { code: 'conflict' } });
    } finally {
      strapi.config.set('plugin::email.provider', 'test-capture');
    }
  });
});
