import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';

import { makeSelfSigned } from '../browsers/self-signed';
import { createBosh } from './bosh';
import { bundleJitsiClient } from './client-bundle';
import type { DoorSettings } from './door';
import { createRooms, type ReservationApi } from './rooms';

/**
 * Stands in for a Jitsi Meet deployment: serves the real IFrame client, looks at tokens by Prosody's rules, asks the
 * reservation API before a room is opened, and carries real audio and video between two pages. It is not Jitsi: what it
 * proves is the product's side of the seam.
 */
export interface JitsiStandIn {
  /** Domain with port, as the settings take it. */
  readonly domain: string;
  /** Certificate as PEM, which nobody else trusts. */
  readonly certificate: string;
  occupantsOf(room: string): number;
  /** Returns the participants of a room with their displayed names. */
  namesIn(room: string): readonly { readonly id: string; readonly name: string }[];
  putOut(room: string, id: string): Promise<void>;
  destroy(room: string): Promise<void>;
  stop(): Promise<void>;
}

export interface StandInOptions extends DoorSettings {
  readonly reservations?: ReservationApi;
  readonly port?: number;
}

const XMPP_DOMAIN = 'meet.stand-in';
const PAGE = `<!doctype html><meta charset="utf-8"><title>Stand-in</title>
<style>html,body{margin:0;height:100%;background:#1c2025}video{width:100%;height:100%;object-fit:cover}
#own{position:fixed;right:8px;bottom:8px;width:25%;height:25%}</style>
<div id="others"></div><video id="own" autoplay muted playsinline></video><script src="/conference-page.js"></script>`;

async function bundlePage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'conference-page.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

/** Starts the stand-in; null where Jitsi's client cannot be fetched: the tests that need it are skipped then. */
export async function startJitsiStandIn(options: StandInOptions): Promise<JitsiStandIn | null> {
  const client = await bundleJitsiClient();
  if (client === null) return null;
  const page = await bundlePage();
  const certificate = makeSelfSigned(['localhost', '127.0.0.1']);
  const rooms = createRooms(options, options.reservations ?? null);
  const bosh = createBosh(options, XMPP_DOMAIN, rooms.reserve);
  const script = (text: string) => ({ type: 'text/javascript; charset=utf-8', text });
  const files: Readonly<Record<string, { type: string; text: string }>> = {
    '/external_api.js': script(client),
    '/config.js': script(
      `var config = {};\nconfig.hosts = {};\nconfig.hosts.domain = '${XMPP_DOMAIN}';\nvar subdomain = '';\nconfig.hosts.muc = 'muc.' + subdomain + '${XMPP_DOMAIN}';\n`,
    ),
    '/conference-page.js': script(page),
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'https://stand-in');
    const file = files[url.pathname];
    if (file !== undefined) return void response.writeHead(200, { 'content-type': file.type }).end(file.text);
    const given = request.method === 'POST' ? await bodyOf(request) : '';
    const fields = url.searchParams;
    const [room, id] = [fields.get('room') ?? '', fields.get('id') ?? ''];
    const json = (data: unknown): void =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(data));
    switch (url.pathname) {
      case '/http-bind': {
        const { status, text } = await bosh(fields, given);
        return void response.writeHead(status, { 'content-type': 'text/xml' }).end(text);
      }
      case '/stand-in/enter': {
        const { name, token } = JSON.parse(given) as { token: string | null; name: string };
        return json(await rooms.enter(room, token, name));
      }
      case '/stand-in/facts':
        return rooms.stream(room, id, response);
      case '/stand-in/send': {
        const { signal, to } = JSON.parse(given) as { to: string; signal: unknown };
        rooms.send(room, id, to, signal);
        return json({});
      }
      case '/stand-in/end':
        await rooms.end(room, id);
        return json({});
      case '/stand-in/leave':
        await rooms.leave(room, id);
        return json({});
      default:
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
    }
  };

  const server = createServer(certificate, (request, response) => {
    answer(request, response).catch((fault: unknown) => response.writeHead(500).end(String(fault)));
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    domain: `localhost:${port}`,
    certificate: certificate.cert,
    occupantsOf: rooms.occupantsOf,
    namesIn: rooms.namesIn,
    putOut: rooms.putOut,
    destroy: rooms.destroy,
    stop: () => stop(server),
  };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
