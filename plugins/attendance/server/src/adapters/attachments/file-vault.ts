import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';

import { LIMITS } from '../../../../protocol/shared/limits';
import type { FileVault } from '../../application/attachments/ports';
import { requestBytes } from '../outbound/outbound';
import { createKey, decrypt, encrypt } from './cipher';

/** File as the upload provider takes it, with what the provider adds. Source: @strapi/upload services/provider. */
interface ProviderFile {
  readonly name: string;
  readonly hash: string;
  readonly ext: string;
  readonly mime: string;
  /** Size in kB. */
  size?: number;
  url?: string;
  provider_metadata?: unknown;
  buffer?: Buffer;
  stream?: Readable;
}

interface Provider {
  upload?(file: ProviderFile): Promise<unknown>;
  uploadStream?(file: ProviderFile): Promise<unknown>;
  delete(file: ProviderFile): Promise<unknown>;
  isPrivate(): boolean | Promise<boolean>;
  getSignedUrl(file: ProviderFile): { url: string } | Promise<{ url: string }>;
}

/** Beside the content: nonce and tag. */
const SEALED_BYTES_MAX = LIMITS.attachmentBytes.max + 1_000;
const FETCH_MS = 30_000;

/** Files by whichever upload provider the app has, each sealed: some providers serve what they hold to everybody. */
export function createFileVault(strapi: Core.Strapi, privateHosts: readonly string[]): FileVault {
  const find = () => (strapi.plugins['upload'] as { provider?: Provider } | undefined)?.provider;
  const provider = (): Provider => {
    const found = find();
    if (found === undefined) throw new Error('Strapi’s upload plugin is not there');
    return found;
  };
  return {
    isAvailable: () => find() !== undefined,
    createKey,
    place: () => {
      const hash = `atende_${randomBytes(16).toString('hex')}`;
      return { name: `${hash}.bin`, hash, ext: '.bin', mime: 'application/octet-stream' };
    },
    store: async (place, key, content) => {
      const sealed = encrypt(content, key);
      const file: ProviderFile = { ...(place as unknown as ProviderFile), size: sealed.length / 1_000 };
      const to = provider();
      if (to.uploadStream === undefined) await to.upload?.(Object.assign(file, { buffer: sealed }));
      else await to.uploadStream(Object.assign(file, { stream: Readable.from([sealed]) }));
      if (file.url === undefined) throw new Error('the upload provider did not say where it put the file');
      const { buffer: _buffer, stream: _stream, ...kept } = file;
      return { ...kept };
    },
    read: async (stored, key) => {
      const file = stored as unknown as ProviderFile;
      return decrypt(await readSealed(strapi, provider(), file, privateHosts), key);
    },
    remove: async (stored) => {
      await provider().delete({ ...(stored as unknown as ProviderFile) });
    },
  };
}

async function readSealed(
  strapi: Core.Strapi,
  provider: Provider,
  file: ProviderFile,
  privateHosts: readonly string[],
): Promise<Buffer> {
  const url = (await provider.isPrivate()) ? (await provider.getSignedUrl(file)).url : (file.url ?? '');
  if (url.startsWith('/') && !url.startsWith('//'))
    return readFile(localPath(strapi.dirs.static.public, url));
  const absolute = new URL(url, 'https://unknown.invalid');
  const answer = await requestBytes(
    { url: absolute.href },
    // The provider's own host, as the server's configuration names it, wherever it is.
    { privateHosts: [...privateHosts, absolute.host], timeoutMs: FETCH_MS, maxBytes: SEALED_BYTES_MAX },
  );
  if (!answer.ok) throw new Error(`the upload provider’s file was not fetched: ${answer.fault}`);
  if (answer.status !== 200) throw new Error(`the upload provider answered ${answer.status}`);
  return answer.body;
}

/** Returns the file's path inside the public folder, whatever the row contains. */
function localPath(folder: string, url: string): string {
  const found = path.resolve(folder, `.${url}`);
  if (!found.startsWith(path.resolve(folder) + path.sep))
    throw new Error('a stored file lies outside of its folder');
  return found;
}
