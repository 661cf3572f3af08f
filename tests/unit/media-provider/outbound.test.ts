import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createOutbound } from '../../../plugins/attendance/server/src/adapters/outbound/outbound';
import { isPublicAddress } from '../../../plugins/attendance/server/src/adapters/outbound/public-address';
import { makeSelfSigned } from '../../support/browsers/self-signed';

const certificate = makeSelfSigned(['meet.test', '127.0.0.1']);
const seen: string[] = [];
let server: Server;
let port: number;

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/plain': (response) => response.end('hello'),
  '/away': (response) => response.writeHead(302, { location: 'https://169.254.169.254/' }).end(),
  '/endless': (response) => {
    const drip = () => response.write('x'.repeat(10_000), () => !response.destroyed && setImmediate(drip));
    drip();
  },
  '/silent': () => undefined,
  '/slow': (response) => {
    const timer = setInterval(() => response.write('.'), 50);
    response.on('close', () => clearInterval(timer));
  },
};

beforeAll(async () => {
  server = createServer(certificate, (request: IncomingMessage, response) => {
    seen.push(`${request.method} ${request.headers.host} ${request.url}`);
    ANSWERS[request.url ?? '']?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const toLoopback = () => Promise.resolve([{ address: '127.0.0.1' }]);
const client = (options: Partial<Parameters<typeof createOutbound>[0]> = {}) =>
  createOutbound({
    privateHosts: ['meet.test'],
    resolve: toLoopback,
    ca: certificate.cert,
    timeoutMs: 400,
    maxBytes: 100_000,
    ...options,
  });
const get = (path: string, options = {}) =>
  client(options).request({ url: `https://meet.test:${port}${path}` });

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.100.100.200',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
    '203.0.113.9',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::a9fe:a9fe',
    '64:ff9b:1::a00:1',
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    '100::1',
    'fe80::1%1',
    'meet.example.com',
    '',
    '2130706433',
    '0177.0.0.1',
    '0x7f.1',
  ])('[M3] %s is not one of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00::1',
  ])('[M3] %s is', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0177.0.0.1/',
    'https://0x7f000001/',
    'https://127.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[64:ff9b::a9fe:a9fe]/',
    'https://169.254.169.254/latest',
    'https://[fd00:ec2::254]/',
    'https://localhost/',
    'https://meet.test.other/',
    'https://127。0。0。1/',
  ])('[M3] %s is not connected to', async (url) => {
    const before = seen.length;
    expect(await client().request({ url })).toEqual({ ok: false, fault: 'private-address' });
    expect(seen).toHaveLength(before);
  });

  it('[M3] one private address among public ones is enough to refuse', async () => {
    const resolve = () => Promise.resolve([{ address: '8.8.8.8' }, { address: '10.0.0.1' }]);
    const answer = await client({ resolve }).request({ url: 'https://meet.other/' });
    expect(answer).toEqual({ ok: false, fault: 'private-address' });
  });
});

describe('the outbound client', () => {
  it('[M3] reaches a private host that is listed, under its name, resolving once', async () => {
    let count = 0;
    const resolve = () => {
      count += 1;
      return count === 1 ? toLoopback() : Promise.resolve([{ address: '192.0.2.1' }]);
    };
    expect(await get('/plain', { resolve })).toEqual({ ok: true, status: 200, body: 'hello' });
    expect(count).toBe(1);
    expect(seen.at(-1)).toBe(`GET meet.test:${port} /plain`);
  });

  it('[M3] a listed host with a port is that port alone', async () => {
    expect(await get('/plain', { privateHosts: ['meet.test:1'] })).toEqual({
      ok: false,
      fault: 'private-address',
    });
    expect(await get('/plain', { privateHosts: [`meet.test:${port}`] })).toMatchObject({ ok: true });
  });

  it('[M3] sends what is to be sent', async () => {
    const url = `https://meet.test:${port}/plain`;
    await client().request({ url, body: { text: 'é', contentType: 'text/xml' } });
    expect(seen.at(-1)).toBe(`POST meet.test:${port} /plain`);
  });

  it.each<[string, string, string, object]>([
    ['follows no redirection', '/away', 'redirected', {}],
    ['ends a body without end', '/endless', 'bad-answer', {}],
    ['does not wait for ever', '/silent', 'timed-out', {}],
    ['nor for a body that drips', '/slow', 'timed-out', {}],
    ['trusts no certificate of nobody', '/plain', 'certificate', { ca: makeSelfSigned(['meet.test']).cert }],
    [
      'knows no name that is not there',
      '/plain',
      'unreachable',
      { resolve: () => Promise.reject(new Error('no')) },
    ],
    ['nor one without addresses', '/plain', 'unreachable', { resolve: () => Promise.resolve([]) }],
    [
      'nor a resolver that is silent',
      '/plain',
      'unreachable',
      { resolve: () => new Promise(() => undefined) },
    ],
  ])('[M3] %s', async (_, path, fault, options) => {
    expect(await get(path, options)).toEqual({ ok: false, fault });
  });

  it('[M3] checks the certificate’s name', async () => {
    const answer = await client({ privateHosts: ['other.test'] }).request({
      url: `https://other.test:${port}/plain`,
    });
    expect(answer).toEqual({ ok: false, fault: 'certificate' });
  });

  it.each(['http://meet.test/', 'file:///etc/passwd', 'ftp://meet.test/', 'data:,x'])(
    '[M3] speaks https alone, not %s',
    async (url) => {
      expect(await client().request({ url })).toEqual({ ok: false, fault: 'bad-answer' });
    },
  );
});
