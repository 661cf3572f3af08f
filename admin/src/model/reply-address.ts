import type { OfflineMessage } from '../../../plugins/attendance/protocol/messages/offline-messages';

const QUOTED_CHARACTERS = 1_000;

/** Returns a `mailto:` address with the reply begun: recipient, subject, and the question quoted. */
export function replyAddress({ body, email, name }: OfflineMessage, subject: string): string {
  const quoted = [...body]
    .slice(0, QUOTED_CHARACTERS)
    .join('')
    .split('\n')
    .map((line) => `> ${line}`);
  const text = [`${name},`, '', '', ...quoted].join('\r\n');
  // Everything that could add a header or an addressee is encoded; the @ is left for mail programs to know it by.
  const to = encodeURIComponent(email).replaceAll('%40', '@');
  return `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
}
