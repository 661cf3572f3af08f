import { describe, expect, it } from 'vitest';

import type { Message } from '../../../plugins/attendance/protocol/entities';
import { LIMITS } from '../../../plugins/attendance/protocol/limits';
import {
  withoutVainOffers,
  type Letter,
  type Mailer,
} from '../../../plugins/attendance/server/src/application/mailer';
import { createTranscripts } from '../../../plugins/attendance/server/src/application/transcripts';
import { INTERACTIONS, NOW, stored } from './builders';

const READER = { locale: 'en', timeZone: 'UTC' } as const;

/** A mail server that keeps what it is given, and a conversation of so many lines. */
function scene({ isConfigured = true, lines = 3, isDown = false } = {}) {
  const sent: Letter[] = [];
  const faults: unknown[] = [];
  const rendered: (readonly Message[])[] = [];
  let letters = 0;
  const mailer: Mailer = {
    isConfigured: () => isConfigured,
    send: (letter) => {
      if (isDown) return Promise.reject(new Error('no'));
      sent.push(letter);
      return Promise.resolve();
    },
  };
  const all = Array.from({ length: lines }, (_, index): Message => {
    const sequence = index + 1;
    return { side: 'visitor', sequence, sentAt: NOW, clientMessageId: `visitor-${sequence}`, body: 'Oi' };
  });
  const transcripts = createTranscripts({
    mailer,
    messages: {
      before: (_, sequence, limit) => {
        const earlier = all.filter((message) => message.sequence < sequence);
        return Promise.resolve({ messages: earlier.slice(-limit), hasMore: earlier.length > limit });
      },
    },
    letters: { takeLetter: () => Promise.resolve((letters += 1) <= LIMITS.transcriptLetters) },
    render: ({ messages }) => {
      rendered.push(messages);
      return { fileName: 'x.html', title: 'Title', html: '<p>', text: 'text' };
    },
    onFault: (fault) => faults.push(fault),
  });
  const send = () => transcripts.send(stored(INTERACTIONS.ended), READER, 'rafael@exemplo.com');
  return { faults, rendered, send, sent, transcripts };
}

describe('[Z26] a conversation to keep', () => {
  it('is whole, in its order, over many pages', async () => {
    const { rendered, transcripts } = scene({ lines: 250 });
    expect(await transcripts.write(stored(INTERACTIONS.ended), READER)).toMatchObject({ ok: true });
    expect(rendered[0]?.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 250 }, (_, index) => index + 1),
    );
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
    for (let count = 0; count < LIMITS.transcriptLetters; count += 1) await send();
    expect(await send()).toEqual({ ok: false, code: 'rate_limited' });
    expect(sent).toHaveLength(LIMITS.transcriptLetters);
  });

  it('answers the same whether it can be handed over or not', async () => {
    const { faults, send } = scene({ isDown: true });
    expect(await send()).toEqual({ ok: true, data: null });
    await Promise.resolve();
    expect(faults).toHaveLength(1);
  });
});
