import type { Locale, Message } from '../../../protocol/entities';
import type { InteractionId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import { isOverForVisitor } from '../domain/rating';
import type { Mailer } from './mailer';
import type { MessageStore, Outcome, StoredInteraction } from './ports';

/** In whose language and by whose clock. */
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
  /** One line: the title, and the subject of a letter. */
  readonly title: string;
  readonly html: string;
  /** The same without any markup. */
  readonly text: string;
}

export interface TranscriptMailCount {
  /** Counts one more letter of this interaction; false when there were enough. */
  takeLetter(id: InteractionId): Promise<boolean>;
}

export interface Transcripts {
  write(stored: StoredInteraction, reader: Reader): Promise<Outcome<TranscriptPage>>;
  /** Answers once it is taken on; whether it arrives is nobody's to know. */
  send(stored: StoredInteraction, reader: Reader, to: string): Promise<Outcome<null>>;
}

interface TranscriptPorts {
  readonly messages: Pick<MessageStore, 'before'>;
  readonly letters: TranscriptMailCount;
  readonly mailer: Mailer;
  readonly render: (transcript: TranscriptOf) => TranscriptPage;
  /** A letter that could not be handed over; never with its address. */
  readonly onFault: (fault: unknown, id: InteractionId) => void;
}

/** A conversation for its visitor to keep [W4]. */
export function createTranscripts(ports: TranscriptPorts): Transcripts {
  const { letters, mailer, messages, onFault, render } = ports;

  async function write(stored: StoredInteraction, reader: Reader): Promise<Outcome<TranscriptPage>> {
    if (!isOverForVisitor(stored.interaction)) return { ok: false, code: 'conflict' };
    const read = await readAll(messages, stored.interaction.id);
    return { ok: true, data: render({ stored, reader, ...read }) };
  }

  return {
    write,
    send: async (stored, reader, to) => {
      if (!mailer.isConfigured()) return { ok: false, code: 'conflict' };
      const written = await write(stored, reader);
      if (!written.ok) return written;
      const { id } = stored.interaction;
      if (!(await letters.takeLetter(id))) return { ok: false, code: 'rate_limited' };
      const { html, text, title } = written.data;
      // Not waited for: how long it takes would tell whether there is such an address.
      mailer.send({ to, subject: title, html, text }).catch((fault: unknown) => onFault(fault, id));
      return { ok: true, data: null };
    },
  };
}

/** The newest of them, oldest first. */
async function readAll(messages: Pick<MessageStore, 'before'>, id: InteractionId) {
  let all: readonly Message[] = [];
  let isCut = true;
  while (isCut && all.length < LIMITS.transcriptLines) {
    const page = await messages.before(
      id,
      all[0]?.sequence ?? Number.MAX_SAFE_INTEGER,
      LIMITS.transcriptPage,
    );
    all = [...page.messages, ...all];
    isCut = page.hasMore;
  }
  return { messages: all, isCut };
}
