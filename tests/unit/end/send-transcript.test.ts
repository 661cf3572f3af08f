import { describe, expect, it } from 'vitest';

import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import {
  withoutVainOffers,
  type Email,
  type Mailer,
} from '../../../plugins/attendance/server/src/application/transcripts/mailer';
import {
  createTranscripts,
  type TranscriptOrder,
} from '../../../plugins/attendance/server/src/application/transcripts/transcripts';
import { INTERACTIONS, stored } from './builders';

const READER = { locale: 'en', timeZone: 'UTC' } as const;

/** A mail server that keeps what it is given, and somebody who words conversations. */
function scene({ isConfigured = true, isBusy = false, isDown = false } = {}) {
  const sent: Email[] = [];
  const faults: unknown[] = [];
  const ordered: TranscriptOrder[] = [];
  let count = 0;
  const mailer: Mailer = {
    isConfigured: () => isConfigured,
    send: (email) => {
      if (isDown) return Promise.reject(new Error('no'));
      sent.push(email);
      return Promise.resolve();
    },
  };
  const transcripts = createTranscripts({
    mailer,
    emails: { countEmail: () => Promise.resolve((count += 1) <= LIMITS.transcriptEmails) },
    write: (order) => {
      ordered.push(order);
      const page = { fileName: 'x.html', title: 'Title', html: '<p>', text: 'text' };
      return Promise.resolve(isBusy ? { ok: false, code: 'unavailable' } : { ok: true, data: page });
    },
    onFault: (fault) => faults.push(fault),
  });
  const send = () => transcripts.send(stored(INTERACTIONS.ended), READER, 'rafael@exemplo.com');
  return { faults, ordered, send, sent, transcripts };
}

describe('[Z26] a conversation to keep', () => {
  it('is worded without the text that only an e-mail needs', async () => {
    const { ordered, send, transcripts } = scene();
    expect(await transcripts.write(stored(INTERACTIONS.ended), READER)).toMatchObject({ ok: true });
    await send();
    expect(ordered.map(({ withText }) => withText)).toEqual([false, true]);
  });

  it('[Z78] is not to be had while too much is read', async () => {
    const { send, sent, transcripts } = scene({ isBusy: true });
    const refused = { ok: false, code: 'unavailable' };
    expect(await transcripts.write(stored(INTERACTIONS.ended), READER)).toEqual(refused);
    expect(await send()).toEqual(refused);
    expect(sent).toEqual([]);
  });

  it('is there once the visitor’s side is over, and not before', async () => {
    const { transcripts } = scene();
    for (const state of ['waiting', 'assigned', 'abandoned'] as const)
      expect(await transcripts.write(stored(INTERACTIONS[state]), READER)).toEqual({
        ok: false,
        code: 'conflict',
      });
  });
});

describe('[Z27] by e-mail', () => {
  it('goes to the address, and to nobody else', async () => {
    const { send, sent } = scene();
    expect(await send()).toEqual({ ok: true, data: null });
    expect(sent).toEqual([{ to: 'rafael@exemplo.com', subject: 'Title', html: '<p>', text: 'text' }]);
  });

  it('is refused where nobody could send it, and then not offered either', async () => {
    const { send, sent } = scene({ isConfigured: false });
    expect(await send()).toEqual({ ok: false, code: 'conflict' });
    expect(sent).toEqual([]);
    const site = { transcript: { canDownload: true, canEmail: true } };
    const mailer = { isConfigured: () => false, send: () => Promise.resolve() };
    expect(withoutVainOffers(site, mailer).transcript).toEqual({ canDownload: true, canEmail: false });
  });

  it('goes out three times at most', async () => {
    const { send, sent } = scene();
    for (let count = 0; count < LIMITS.transcriptEmails; count += 1) await send();
    expect(await send()).toEqual({ ok: false, code: 'rate_limited' });
    expect(sent).toHaveLength(LIMITS.transcriptEmails);
  });

  it('answers the same whether it can be handed over or not', async () => {
    const { faults, send } = scene({ isDown: true });
    expect(await send()).toEqual({ ok: true, data: null });
    await Promise.resolve();
    expect(faults).toHaveLength(1);
  });
});
