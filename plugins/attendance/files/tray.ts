import type { Attachment, AttachmentKind, UploadRules } from '../protocol/attachments/attachments';
import { CHAT_LIMITS } from '../protocol/shared/chat-limits';
import { checkFile, kindOf } from './check-file';
import { uploadFile, type UploadFailure, type UploadResult } from './upload-file';

export interface TrayEntry {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly kind: AttachmentKind | null;
  /** Object URL of a picture that is still in memory. */
  readonly previewUrl: string | null;
  readonly state:
    | { readonly kind: 'sending'; readonly share: number }
    | { readonly kind: 'ready'; readonly attachment: Attachment }
    | { readonly kind: 'failed'; readonly failure: UploadFailure; readonly canRetry: boolean };
}

export interface TrayView {
  readonly entries: readonly TrayEntry[];
  /** True when more were chosen than one message carries: the others are not here. */
  readonly isOverfull: boolean;
}

/** Files on their way to the next message. */
export interface Tray {
  view(): TrayView;
  add(files: Iterable<File>): void;
  /** Cancels the upload, or removes the file. */
  remove(key: number): void;
  retry(key: number): void;
  /** Adds files that an earlier page uploaded. */
  restore(attachments: readonly Attachment[]): void;
  clear(): void;
  subscribe(listener: () => void): () => void;
}

export interface TrayOptions {
  /** Returns the present upload rules; the server decides in the end. */
  rules(): UploadRules;
  /** Resolves to the upload's URL and token; null while nobody may upload. `isRetry`: the token was refused a moment ago. */
  target(isRetry: boolean): Promise<{ readonly url: string; readonly token: string } | null>;
  /** Waits before a try that may succeed later. */
  readonly wait?: (ms: number) => Promise<void>;
}

const AT_ONCE = 2;
/** Tries of an upload: a connection that comes back within half a minute costs no click. */
const TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
const PASSING: ReadonlySet<UploadFailure> = new Set(['network', 'busy']);

/**
 * Creates a tray. Uploads that failed for the moment are tried again by themselves; a refused file keeps its reason, and stays until it is removed.
 */
export function createTray({ rules, target, wait = pause }: TrayOptions): Tray {
  const files = new Map<number, { readonly file: File; readonly cancel: AbortController }>();
  const listeners = new Set<() => void>();
  let entries: readonly TrayEntry[] = [];
  let isOverfull = false;
  let shown: TrayView = { entries, isOverfull };
  let nextKey = 1;
  let sending = 0;
  const queue: number[] = [];

  const tell = (): void => {
    shown = { entries, isOverfull };
    for (const listener of [...listeners]) listener();
  };
  const change = (key: number, state: TrayEntry['state']): void => {
    entries = entries.map((entry) => (entry.key === key ? { ...entry, state } : entry));
    tell();
  };

  async function tryOnce(key: number, isRetry: boolean): Promise<UploadResult | null> {
    const held = files.get(key);
    if (held === undefined) return null;
    const to = await target(isRetry);
    if (to === null) return { ok: false, failure: 'network', status: 0 };
    return uploadFile({
      ...to,
      file: held.file,
      signal: held.cancel.signal,
      onProgress: (share) => files.has(key) && change(key, { kind: 'sending', share }),
    });
  }

  /** Uploads a file of the tray; resolves to null once it was removed. */
  async function send(key: number): Promise<UploadResult | null> {
    let result = await tryOnce(key, false);
    for (let tries = 1; tries < TRIES && result?.ok === false; tries += 1) {
      const isStale = result.status === 401;
      if (!isStale && !PASSING.has(result.failure)) break;
      if (!isStale) await wait(FIRST_PAUSE_MS * 2 ** (tries - 1));
      result = await tryOnce(key, isStale);
    }
    return files.has(key) ? result : null;
  }

  async function run(key: number): Promise<void> {
    sending += 1;
    const result = await send(key);
    sending -= 1;
    if (result?.ok === true) change(key, { kind: 'ready', attachment: result.attachment });
    else if (result !== null) {
      const { failure } = result;
      change(key, { kind: 'failed', failure, canRetry: PASSING.has(failure) });
    }
    pump();
  }

  function pump(): void {
    while (sending < AT_ONCE) {
      const key = queue.shift();
      if (key === undefined) return;
      // `run` does not reject: an upload never does.
      void run(key);
    }
  }

  function add(file: File): void {
    const key = nextKey++;
    const kind = kindOf(file);
    const failure = checkFile(file, rules());
    const previewUrl = failure === null && kind === 'image' ? URL.createObjectURL(file) : null;
    const state: TrayEntry['state'] =
      failure === null ? { kind: 'sending', share: 0 } : { kind: 'failed', failure, canRetry: false };
    entries = [...entries, { key, name: file.name, size: file.size, kind, previewUrl, state }];
    if (failure !== null) return;
    files.set(key, { file, cancel: new AbortController() });
    queue.push(key);
  }

  function drop(key: number): void {
    const entry = entries.find((one) => one.key === key);
    if (entry?.previewUrl) URL.revokeObjectURL(entry.previewUrl);
    const held = files.get(key);
    files.delete(key);
    held?.cancel.abort();
    entries = entries.filter((one) => one.key !== key);
  }

  return {
    view: () => shown,
    add: (chosen) => {
      const all = [...chosen];
      const room = CHAT_LIMITS.attachmentsOfMessage - entries.length;
      isOverfull = all.length > room;
      for (const file of all.slice(0, Math.max(0, room))) add(file);
      pump();
      tell();
    },
    remove: (key) => {
      drop(key);
      isOverfull = false;
      tell();
    },
    retry: (key) => {
      if (!files.has(key)) return;
      change(key, { kind: 'sending', share: 0 });
      queue.push(key);
      pump();
    },
    restore: (attachments) => {
      const restored = attachments.map((attachment): TrayEntry => {
        const { kind, name, size } = attachment;
        return { key: nextKey++, name, size, kind, previewUrl: null, state: { kind: 'ready', attachment } };
      });
      entries = [...restored, ...entries];
      tell();
    },
    clear: () => {
      for (const { key } of entries) drop(key);
      isOverfull = false;
      tell();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Returns the attachments of the next message; null while one is still uploading. */
export function readyOf({ entries }: TrayView): readonly Attachment[] | null {
  return entries.some(({ state }) => state.kind === 'sending') ? null : arrivedIn({ entries });
}

/** Returns the attachments that the server has, whatever else is uploading. */
export function arrivedIn({ entries }: Pick<TrayView, 'entries'>): readonly Attachment[] {
  return entries.flatMap(({ state }) => (state.kind === 'ready' ? [state.attachment] : []));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
