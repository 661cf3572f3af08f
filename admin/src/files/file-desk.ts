import { createFileReader, type FileReader } from '../../../plugins/attendance/files/open-file';
import { createTray, type Tray } from '../../../plugins/attendance/files/tray';
import type { UploadRules } from '../../../plugins/attendance/protocol/attachments';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { ADMIN_HTTP_PREFIX } from '../../../plugins/attendance/protocol/version';

export interface FileDeskOptions {
  /** Origin of the Strapi server. */
  readonly url: string;
  token(): string | null;
  refreshToken(): Promise<string | null>;
}

/** Files of the agent's conversations [C6]: each has a tray of its own, which goes on while another is looked at. */
export interface FileDesk {
  readonly reader: FileReader;
  /** What may be attached; null while that is not known, and where nothing may. */
  rules(): UploadRules | null;
  /** Asks for the rules again: an admin may have changed them. */
  refresh(): Promise<void>;
  tray(id: InteractionId, rules: UploadRules): Tray;
  subscribe(listener: () => void): () => void;
}

export function openFileDesk({ refreshToken, token, url }: FileDeskOptions): FileDesk {
  const base = `${url}${ADMIN_HTTP_PREFIX}`;
  const trays = new Map<InteractionId, Tray>();
  const listeners = new Set<() => void>();
  let rules: UploadRules | null = null;

  /** With a fresh token where the one at hand has run out. */
  async function get(path: string): Promise<Response> {
    const ask = (bearer: string | null): Promise<Response> =>
      fetch(base + path, { headers: { authorization: `Bearer ${bearer ?? '-'}` } });
    const answer = await ask(token());
    const last = answer.status === 401 ? await ask(await refreshToken()) : answer;
    if (!last.ok) throw new Error(`${path}: ${last.status}`);
    return last;
  }

  return {
    reader: createFileReader(async (path) => (await get(path)).blob()),
    rules: () => rules,
    refresh: async () => {
      try {
        const { data } = (await (await get('/attachment-rules')).json()) as { data: { rules: UploadRules | null } };
        if (JSON.stringify(data.rules) === JSON.stringify(rules)) return;
        rules = data.rules;
        // What is on its way goes by the rules of its beginning; the server has the last word.
        for (const [id, tray] of trays) if (tray.view().entries.length === 0) trays.delete(id);
        for (const listener of [...listeners]) listener();
      } catch {
        // What was known stands until the next time.
      }
    },
    tray: (id, known) => {
      const held = trays.get(id);
      if (held !== undefined) return held;
      const tray = createTray({
        rules: known,
        target: async (isRetry) => {
          const bearer = isRetry ? await refreshToken() : token();
          return bearer === null ? null : { url: `${base}/interactions/${id}/attachments`, token: bearer };
        },
      });
      trays.set(id, tray);
      return tray;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
