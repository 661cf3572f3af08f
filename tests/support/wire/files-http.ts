import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Attachment, UploadRefusal } from '../../../plugins/attendance/protocol/attachments/attachments';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';

export interface UploadAnswer {
  readonly status: number;
  readonly data?: Attachment;
  readonly error?: { readonly code: ErrorCode; readonly reason?: UploadRefusal; readonly message: string };
}

export interface FileToUpload {
  readonly content: Buffer | ReadableStream;
  readonly name?: string;
  readonly type?: string;
  /** Name as written in the header, in place of the encoded one. */
  readonly rawName?: string;
  readonly signal?: AbortSignal;
  /** Address of the sender, as a proxy would report it. */
  readonly address?: string;
}

/** Uploads a file as the widget and the agent's screen do; `prefix` is that of the side's route. */
export async function upload(
  prefix: string,
  interactionId: number | string,
  token: string | null,
  { address, content, name = 'arquivo', rawName, signal, type = 'application/octet-stream' }: FileToUpload,
): Promise<UploadAnswer> {
  const response = await fetch(`${prefix}/interactions/${interactionId}/attachments`, {
    method: 'POST',
    headers: {
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(address !== undefined && { 'x-forwarded-for': address }),
      'content-type': type,
      'x-file-name': rawName ?? encodeURIComponent(name),
    },
    body: content,
    ...(signal && { signal }),
    ...(content instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit);
  const answer = (await response.json().catch(() => ({}))) as Omit<UploadAnswer, 'status'>;
  return { status: response.status, ...answer };
}

export function download(
  prefix: string,
  id: string,
  token: string | null,
  size: '' | '/thumbnail' = '',
): Promise<Response> {
  return fetch(`${prefix}/attachments/${id}${size}`, {
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }) },
  });
}

/** Returns our files held by the local upload provider. */
export function storedFiles(folder: string): { readonly name: string; readonly content: Buffer }[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('atende_'))
    .map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));
}
