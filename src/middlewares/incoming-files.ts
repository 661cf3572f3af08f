import type { IncomingMessage } from 'node:http';
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

export interface IncomingFiles {
  /** Folder of multipart bodies' files (`formidable.uploadDir` of `strapi::body`); nothing else lies there. */
  readonly folder: string;
  /** Paths of the routes that accept multipart bodies. */
  readonly paths: readonly string[];
}

/** Age in ms from which a file belongs to no request any more. */
const STALE_MS = 60 * 60_000;
const SWEEP_MS = 10 * 60_000;
/** Bytes of a refused body that are still read, so that its sender gets the response. */
const DRAIN_BYTES = 1_024 * 1_024;
const DRAIN_MS = 2_000;

/**
 * Keeps the disk free of strangers' files: a multipart body is accepted where it is of use and from a signed-in sender, and none of its
 * files stays once the request is handled, whatever its field is called. A sweep removes what a crash leaves.
 */
export default ({ folder, paths }: IncomingFiles, { strapi }: { strapi: Core.Strapi }) => {
  const sweep = (): void => {
    sweepFolder(folder, Date.now() - STALE_MS).catch((fault: unknown) =>
      strapi.log.error('left-over files of requests were not removed', { fault: String(fault) }),
    );
  };
  sweep();
  setInterval(sweep, SWEEP_MS).unref();
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!ctx.is('multipart')) return void (await next());
    const isTaken = paths.some((taken) => ctx.path === taken || ctx.path.startsWith(`${taken}/`));
    if (!isTaken || ctx.get('authorization') === '') {
      ctx.status = isTaken ? 401 : 415;
      ctx.set('Connection', 'close');
      stopListening(ctx.req);
      return;
    }
    try {
      await next();
    } finally {
      await removeFiles((ctx.request as { files?: unknown }).files);
    }
  };
};

interface ParsedFile {
  readonly filepath?: string;
}

/** Removes the files of a body, given by field, one or several of each. */
async function removeFiles(files: unknown): Promise<void> {
  const parsed = Object.values((files ?? {}) as Record<string, ParsedFile | ParsedFile[]>).flat();
  const paths = parsed.flatMap(({ filepath }) => filepath ?? []);
  await Promise.all(paths.map((filepath) => rm(filepath, { force: true })));
}

export async function sweepFolder(folder: string, before: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true && found.mtimeMs < before) await rm(file, { force: true });
  }
}

function stopListening(request: IncomingMessage): void {
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > DRAIN_BYTES) request.destroy();
  });
  const timer = setTimeout(() => request.destroy(), DRAIN_MS);
  request.once('close', () => clearTimeout(timer));
  request.once('end', () => clearTimeout(timer));
}
