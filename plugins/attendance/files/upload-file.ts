import type { Attachment, UploadRefusal } from '../protocol/attachments/attachments';

/** Reasons why a file did not arrive; a screen has a text for each. `network`: no response, or none that helps now; it may be tried again. */
export type UploadFailure = UploadRefusal | 'network' | 'refused';

export type UploadResult =
  | { readonly ok: true; readonly attachment: Attachment }
  | { readonly ok: false; readonly failure: UploadFailure; readonly status: number };

export interface UploadRequest {
  readonly url: string;
  readonly token: string;
  readonly file: File;
  /** Called with the share sent, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

const REASONS: ReadonlySet<unknown> = new Set<UploadRefusal>([
  'type',
  'broken',
  'empty',
  'size',
  'quota',
  'full',
  'off',
  'ended',
  'busy',
]);
/** Lone surrogates, which no URI can hold: with the flag `u`, halves of a pair are no match. */
const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;
const WHOLE_MS = 5 * 60_000;

/** Sends the bytes as they are. Never rejects. Uses XMLHttpRequest, for `fetch` reports no progress. */
export function uploadFile({ file, onProgress, signal, token, url }: UploadRequest): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (): void => resolve({ ok: false, failure: 'network', status: request.status });
    request.open('POST', url);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.replace(LONE_SURROGATES, '')));
    request.timeout = WHOLE_MS;
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readAnswer(request));
    request.onerror = request.onabort = request.ontimeout = fail;
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function readAnswer({ responseText, status }: XMLHttpRequest): UploadResult {
  try {
    const answer = JSON.parse(responseText) as { data?: Attachment; error?: { reason?: UploadRefusal } };
    if (status === 200 && answer.data !== undefined) return { ok: true, attachment: answer.data };
    const reason = answer.error?.reason;
    if (reason !== undefined && REASONS.has(reason)) return { ok: false, failure: reason, status };
  } catch {
    // An answer of somebody between us and the server.
  }
  const isPassing = status === 429 || status >= 500;
  return { ok: false, failure: isPassing ? 'network' : 'refused', status };
}
