import { createFileReader, type FileReader } from '../../../plugins/attendance/files/open-file';
import { arrivedIn, createTray, type Tray } from '../../../plugins/attendance/files/tray';
import type { Attachment, UploadRules } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { ADMIN_HTTP_PREFIX } from '../../../plugins/attendance/protocol/shared/version';
import type { Store } from '../model/store';

export interface FileDeskOptions {
  /** Origin of the Strapi server. */
  readonly url: string;
  token(): string | null;
  refreshToken(): Promise<string | null>;
}

/** Files of the agent's conversations [C6]: each has a tray of its own, which goes on while another is looked at [Z67]. */
export interface FileDesk {
  readonly reader: FileReader;
  /** Rules for attachments; null while they are not known, and where nothing may be attached. */
  rules(): UploadRules | null;
  /** Fetches the rules again: an admin may have changed them. */
  refresh(): Promise<void>;
  tray(id: InteractionId): Tray;
  subscribe(listener: () => void): () => void;
  stop(): void;
}

const NOTHING_MAY: UploadRules = { kinds: [], maxBytes: 1 };

export function openFileDesk(store: Store, options: FileDeskOptions): FileDesk {
  const { refreshToken, token } = options;
  const base = `${options.url}${ADMIN_HTTP_PREFIX}`;
  const trays = new Map<InteractionId, Tray>();
  const listeners = new Set<() => void>();
  let rules: UploadRules | null = null;

  /** Sends a GET request, with a fresh token where the one at hand has expired. */
  async function get(path: string): Promise<Response> {
    const ask = (bearer: string | null): Promise<Response> =>
      fetch(base + path, { headers: { authorization: `Bearer ${bearer ?? '-'}` } });
    const answer = await ask(token());
    const last = answer.status === 401 ? await ask(await refreshToken()) : answer;
    if (!last.ok) throw new Error(`${path}: ${last.status}`);
    return last;
  }

  function open(id: InteractionId): Tray {
    const tray = createTray({
      rules: () => rules ?? NOTHING_MAY,
      target: async (isRetry) => {
        const bearer = isRetry ? await refreshToken() : token();
        return bearer === null ? null : { url: `${base}/interactions/${id}/attachments`, token: bearer };
      },
    });
    trays.set(id, tray);
    bringBack(tray, store.getState().attached.get(id));
    tray.subscribe(() => {
      const attachments = arrivedIn(tray.view());
      if (!isSame(attachments, store.getState().attached.get(id) ?? []))
        store.dispatch({ type: 'attached:changed', interactionId: id, attachments });
    });
    return tray;
  }

  /**
   * Puts files back into their trays after a reload or a refused message; stops uploads of interactions that are no longer
   * held.
   */
  function follow(): void {
    const { attached, interactions } = store.getState();
    for (const [id, tray] of trays) {
      if (interactions.has(id)) bringBack(tray, attached.get(id));
      else {
        trays.delete(id);
        tray.clear();
      }
    }
  }

  const askFirst = (event: BeforeUnloadEvent): void => {
    if ([...trays.values()].some(isSending)) event.preventDefault();
  };
  const unsubscribe = store.subscribe(follow);
  globalThis.addEventListener?.('beforeunload', askFirst);

  return {
    reader: createFileReader(async (path) => (await get(path)).blob()),
    rules: () => rules,
    refresh: async () => {
      try {
        const answer = (await (await get('/attachment-rules')).json()) as {
          readonly data: { readonly rules: UploadRules | null };
        };
        if (JSON.stringify(answer.data.rules) === JSON.stringify(rules)) return;
        rules = answer.data.rules;
        for (const listener of [...listeners]) listener();
      } catch {
        // The rules known before stay in force until the next fetch.
      }
    },
    tray: (id) => trays.get(id) ?? open(id),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    stop: () => {
      unsubscribe();
      globalThis.removeEventListener?.('beforeunload', askFirst);
      for (const tray of trays.values()) tray.clear();
      trays.clear();
    },
  };
}

function bringBack(tray: Tray, attached: readonly Attachment[] = []): void {
  const held = new Set(arrivedIn(tray.view()).map(({ id }) => id));
  const missing = attached.filter(({ id }) => !held.has(id));
  if (missing.length > 0) tray.restore(missing);
}

function isSending(tray: Tray): boolean {
  return tray.view().entries.some(({ state }) => state.kind === 'sending');
}

function isSame(one: readonly Attachment[], other: readonly Attachment[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => other[index]?.id === id);
}
