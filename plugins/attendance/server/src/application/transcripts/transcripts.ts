import type { Locale } from '../../../../protocol/shared/choices';
import type { Message } from '../../../../protocol/messages/messages';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import { isOverForVisitor } from '../../domain/interactions/rating';
import type { Mailer } from './mailer';
import type { Outcome } from '../outcome';
import type { StoredInteraction } from '../interactions/stored-interaction';

/** Locale and time zone of a transcript's reader. */
export interface Reader {
  readonly locale: Locale;
  readonly timeZone: string;
}

/** A conversation as it is given out of the house: only what its visitor has seen. */
export interface TranscriptOf {
  readonly stored: StoredInteraction;
  readonly messages: readonly Message[];
  /** Earlier ones were left out, for there were too many. */
  readonly isCut: boolean;
  readonly reader: Reader;
}

export interface TranscriptPage {
  readonly fileName: string;
  /** Title, one line; also an e-mail's subject. */
  readonly title: string;
  readonly html: string;
  /** Plain text with the same content. */
  readonly text: string;
}

export interface TranscriptOrder {
  readonly stored: StoredInteraction;
  readonly reader: Reader;
  readonly withText: boolean;
}

export interface TranscriptEmailCount {
  /** Counts one more e-mail of this interaction; resolves to false when there were enough. */
  countEmail(id: InteractionId): Promise<boolean>;
}

export interface Transcripts {
  write(stored: StoredInteraction, reader: Reader): Promise<Outcome<TranscriptPage>>;
  /** Sends a transcript by e-mail; resolves once it is accepted, without waiting for its delivery. */
  send(stored: StoredInteraction, reader: Reader, to: string): Promise<Outcome<null>>;
}

interface TranscriptPorts {
  /** Reads and renders the conversation, beside the chat; `text` is left empty where it is not asked for. */
  readonly write: (ordered: TranscriptOrder) => Promise<Outcome<TranscriptPage>>;
  readonly emails: TranscriptEmailCount;
  readonly mailer: Mailer;
  /** Called for an e-mail that could not be handed over; never with its address. */
  readonly onFault: (fault: unknown, id: InteractionId) => void;
}

/** A conversation for its visitor to keep [W4]. */
export function createTranscripts(ports: TranscriptPorts): Transcripts {
  const { emails, mailer, onFault } = ports;

  async function write(ordered: TranscriptOrder): Promise<Outcome<TranscriptPage>> {
    if (!isOverForVisitor(ordered.stored.interaction)) return { ok: false, code: 'conflict' };
    return ports.write(ordered);
  }

  return {
    write: (stored, reader) => write({ stored, reader, withText: false }),
    send: async (stored, reader, to) => {
      if (!mailer.isConfigured()) return { ok: false, code: 'conflict' };
      const written = await write({ stored, reader, withText: true });
      if (!written.ok) return written;
      const { id } = stored.interaction;
      if (!(await emails.countEmail(id))) return { ok: false, code: 'rate_limited' };
      const { html, text, title } = written.data;
      // Not waited for: how long it takes would tell whether there is such an address.
      mailer.send({ to, subject: title, html, text }).catch((fault: unknown) => onFault(fault, id));
      return { ok: true, data: null };
    },
  };
}
