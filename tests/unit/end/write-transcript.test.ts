import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';

import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { writeTranscript } from '../../../plugins/attendance/server/src/adapters/reading/write-transcript';
import { INTERACTIONS, NOW, stored } from './builders';

/** A conversation of so many lines, beside another one. */
function conversationOf(lines: number) {
  const connection = new Sqlite(':memory:');
  connection.exec(`CREATE TABLE attendance_messages
    (interaction_id, sequence, side, client_message_id, agent_id, agent_name, body, attachments, line, sent_at)`);
  const insert = connection.prepare(`INSERT INTO attendance_messages
    (interaction_id, sequence, side, client_message_id, body, sent_at) VALUES (?, ?, 'visitor', ?, ?, ?)`);
  connection.transaction(() => {
    for (let sequence = 1; sequence <= lines; sequence += 1)
      insert.run(1, sequence, `m-${sequence}`, `linha ${sequence}.`, NOW);
    insert.run(2, 1, 'm-other', 'de outra pessoa', NOW);
  })();
  return connection;
}

const ordered = { stored: stored(INTERACTIONS.ended), reader: { locale: 'pt-BR', timeZone: 'UTC' } } as const;
const linesOf = (text: string) => [...text.matchAll(/linha (\d+)\./g)].map(([, line]) => Number(line));

it('[Z26] [W4] a conversation to keep is whole, and in its order', () => {
  const { html, text } = writeTranscript(conversationOf(250), { ...ordered, withText: true });
  const all = Array.from({ length: 250 }, (_, index) => index + 1);
  expect(linesOf(html)).toEqual(all);
  expect(linesOf(text)).toEqual(all);
  expect(html).not.toContain('de outra pessoa');
});

it('[Z26] of one that is too long it is the newest part, which says so', () => {
  const most = LIMITS.transcriptLines;
  const { html, text } = writeTranscript(conversationOf(most + 1), { ...ordered, withText: false });
  expect(text).toBe('');
  expect(linesOf(html)).toHaveLength(most);
  expect(linesOf(html)[0]).toBe(2);
});
