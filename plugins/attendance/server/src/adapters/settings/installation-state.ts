import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

import type { StoredMediaSettings } from '../../application/calls/media-settings';
import type { InstallationState } from '../../domain/settings/self-check';
import { corsState } from '../strapi/cors-state';
import { readDurability } from '../database/sqlite/sqlite-durability';

/** State of this installation that other parts of the service know. */
export interface KnownOfInstallation {
  readonly sites: () => Promise<InstallationState['sites']>;
  readonly hours: () => Promise<InstallationState['hours']>;
  readonly media: () => Promise<StoredMediaSettings>;
  readonly canSendMail: () => boolean;
  readonly addressOf: (request: IncomingMessage) => string;
}

const DEMO_ADDRESS = '@demo.local';

/** Creates a reader of this installation's present state, and of how the request came in [F7]. */
export function createInstallationState(
  strapi: Core.Strapi,
  known: KnownOfInstallation,
): (request: IncomingMessage) => Promise<InstallationState> {
  return async (request) => {
    const [sites, hours, media, cors, durability, uploads, demoLogins, freeBytes] = await Promise.all([
      known.sites(),
      known.hours(),
      known.media(),
      corsState(strapi),
      readDurability(strapi.db.connection),
      readUploads(strapi),
      countDemoLogins(strapi),
      readFreeBytes(strapi),
    ]);
    return {
      sites,
      hours,
      cors,
      ...durability,
      uploads,
      demoLogins,
      freeBytes,
      request: readRequest(request, known.addressOf(request)),
      hasTrustedProxies: (process.env['TRUSTED_PROXIES'] ?? '').trim() !== '',
      canSendMail: known.canSendMail(),
      media: {
        hasJitsi: media.jitsi.domain !== null,
        hasTurn: media.direct.iceUrls.some((url) => /^turns?:/.test(url)),
        hasStun: media.direct.iceUrls.some((url) => /^stuns?:/.test(url)),
      },
      serverTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      isProduction: process.env['NODE_ENV'] === 'production',
      versions: { strapi: strapi.config.get<string>('info.strapi', '0'), node: process.version },
    };
  };
}

/** Reads how the request came in, as a proxy reports it; whether the proxy may be trusted is another check. */
function readRequest(request: IncomingMessage, address: string): InstallationState['request'] {
  const forwarded = headerOf(request, 'x-forwarded-for');
  const protocol = headerOf(request, 'x-forwarded-proto').split(',')[0]?.trim();
  const isEncrypted = 'encrypted' in request.socket;
  return {
    protocol: (protocol === '' ? isEncrypted : protocol === 'https') ? 'https' : 'http',
    host: request.headers.host ?? '',
    address,
    isForwarded: forwarded !== '',
    // Whoever is not believed is taken for the visitor.
    isProxyTrusted: forwarded !== '' && !isSameAddress(address, request.socket.remoteAddress ?? ''),
  };
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : (value ?? '');
}

/** Returns whether two IP addresses are the same, where one may be an IPv4 address and the other its IPv6-mapped form. */
function isSameAddress(one: string, other: string): boolean {
  return one === other || other === `::ffff:${one}`;
}

async function readUploads(strapi: Core.Strapi): Promise<InstallationState['uploads']> {
  const provider = strapi.config.get<string>('plugin::upload.provider', 'local');
  if (provider !== 'local') return { provider, isWritable: true };
  const folder = path.join(strapi.dirs.static.public, 'uploads');
  const isWritable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return { provider, isWritable };
}

/** Counts users with a demo login, whose password is in this project's README. */
function countDemoLogins(strapi: Core.Strapi): Promise<number> {
  return strapi.db
    .query('admin::user')
    .count({ where: { email: { $endsWith: DEMO_ADDRESS }, isActive: true } });
}

/** Returns the free bytes of the disk with the database; null where the system does not report them. */
async function readFreeBytes(strapi: Core.Strapi): Promise<number | null> {
  const filename = strapi.config.get<unknown>('database.connection.connection.filename');
  if (typeof filename !== 'string') return null;
  const folder = path.dirname(path.resolve(strapi.dirs.app.root, filename));
  return statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
}
