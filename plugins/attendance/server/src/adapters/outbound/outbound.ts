import { lookup } from 'node:dns/promises';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { isIP } from 'node:net';

import type { Outbound, OutboundFault, OutboundRequest } from '../../application/outbound';
import { isPublicAddress } from './public-address';

export interface OutboundOptions {
  /** Hosts of the company's own network that may be reached, exactly as typed: `meet.intranet` or `meet.intranet:8443`. */
  readonly privateHosts: readonly string[];
  readonly resolve?: (host: string) => Promise<readonly { readonly address: string }[]>;
  /** Certificate authority beside the usual ones. */
  readonly ca?: string;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
}

const TIMEOUT_MS = 8_000;
const MAX_BYTES = 1_000_000;

export function createOutbound(options: OutboundOptions): Outbound {
  return {
    request: async (request) => {
      const answer = await requestBytes(request, options);
      return answer.ok ? { ...answer, body: answer.body.toString('utf8') } : answer;
    },
  };
}

/** Response as raw bytes: what was fetched may be no text. */
export type BytesAnswer =
  | { readonly ok: true; readonly status: number; readonly body: Buffer }
  | { readonly ok: false; readonly fault: OutboundFault };

/** Sends a request. Resolves the name once and connects to the checked address: a second look-up could return another. */
export async function requestBytes(request: OutboundRequest, options: OutboundOptions): Promise<BytesAnswer> {
  const { privateHosts, resolve = (host) => lookup(host, { all: true }) } = options;
  const url = new URL(request.url);
  if (url.protocol !== 'https:') return { ok: false, fault: 'bad-answer' };
  // A URL's host is in one form only: decimal, octal and hexadecimal spellings are dotted ones by now.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = await withinTime(addressesOf(host, resolve), options.timeoutMs ?? TIMEOUT_MS);
  const [address] = addresses;
  if (address === undefined) return { ok: false, fault: 'unreachable' };
  const isOwn = privateHosts.includes(url.host) || privateHosts.includes(url.hostname);
  if (!isOwn && !addresses.every(isPublicAddress)) return { ok: false, fault: 'private-address' };
  return exchange(url, request, host, address, options);
}

async function addressesOf(
  host: string,
  resolve: NonNullable<OutboundOptions['resolve']>,
): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  return resolve(host).then(
    (found) => found.map(({ address }) => address),
    () => [],
  );
}

/** Returns the found addresses; none where the resolver does not respond in time. */
async function withinTime(found: Promise<readonly string[]>, timeoutMs: number): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([]), timeoutMs);
  });
  try {
    return await Promise.race([found, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function optionsFor(
  url: URL,
  { body }: OutboundRequest,
  host: string,
  address: string,
  { ca }: OutboundOptions,
): RequestOptions {
  return {
    host: address,
    port: url.port === '' ? 443 : Number(url.port),
    path: `${url.pathname}${url.search}`,
    method: body === undefined ? 'GET' : 'POST',
    // The certificate is the name's, whatever the address.
    ...(isIP(host) === 0 && { servername: host }),
    ...(ca !== undefined && { ca }),
    agent: false,
    headers: {
      host: url.host,
      accept: '*/*',
      'accept-encoding': 'identity',
      ...(body !== undefined && {
        'content-type': body.contentType,
        'content-length': Buffer.byteLength(body.text),
      }),
    },
  };
}

function exchange(
  url: URL,
  request: OutboundRequest,
  host: string,
  address: string,
  options: OutboundOptions,
): Promise<BytesAnswer> {
  const { maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = options;
  return new Promise((resolve) => {
    const settle = (answer: BytesAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
      outgoing.destroy();
    };
    const outgoing = httpsRequest(optionsFor(url, request, host, address, options), (response) => {
      const status = response.statusCode ?? 0;
      if (status >= 300 && status < 400) return settle({ ok: false, fault: 'redirected' });
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxBytes) settle({ ok: false, fault: 'bad-answer' });
        else chunks.push(chunk);
      });
      response.on('end', () => settle({ ok: true, status, body: Buffer.concat(chunks) }));
      response.on('error', () => settle({ ok: false, fault: 'unreachable' }));
    });
    // For the whole exchange: a body that drips keeps nobody waiting.
    const timer = setTimeout(() => settle({ ok: false, fault: 'timed-out' }), timeoutMs);
    outgoing.on('error', (fault: NodeJS.ErrnoException) => settle({ ok: false, fault: faultOf(fault) }));
    outgoing.end(request.body?.text);
  });
}

function faultOf({ code = '' }: NodeJS.ErrnoException): OutboundFault {
  if (code === 'ETIMEDOUT') return 'timed-out';
  if (code.startsWith('HPE_') || code === 'EPROTO') return 'bad-answer';
  return /CERT|SELF_SIGNED|ISSUER|ALTNAME|SIGNATURE/.test(code) ? 'certificate' : 'unreachable';
}
