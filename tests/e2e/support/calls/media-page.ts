import { createServer, type Server } from 'node:http';

import { build } from 'esbuild';

/** Two pages' worth of the engine in one page, with a stand-in for the service between them: seats, pairings, signals. */
const HARNESS = `
import { startCall } from './plugins/attendance/media/start-call';
const ticket = (medium) => ({ provider: 'direct', attempt: 1, medium, videoHeight: 720, iceServers: [] });
export function createService(medium) {
  const ends = {}, seats = { visitor: false, agent: false };
  let session = null, pairings = 0;
  const qualities = { visitor: [], agent: [] };
  const other = (side) => (side === 'agent' ? 'visitor' : 'agent');
  const tell = (news) => ['visitor', 'agent'].forEach((side) => ends[side]?.hear(news));
  const seat = (side, isThere) => {
    seats[side] = isThere;
    tell({ kind: 'seats', ...seats });
  };
  const call = (side) => {
    const link = {
      async join(held) {
        seat(side, true);
        if (seats[other(side)] && (held === null || held !== session)) {
          session = 's' + ++pairings;
          setTimeout(() => tell({ kind: 'connect', session }));
        }
        return ticket(medium);
      },
      signal: (of, signal) =>
        setTimeout(() => of === session && ends[other(side)]?.hear({ kind: 'signalled', session: of, signal: JSON.parse(JSON.stringify(signal)) })),
      reportQuality: (quality) => qualities[side].push(quality),
      reportUnsafe: () => undefined,
    };
    ends[side] = startCall({ side, medium, link, language: 'pt-BR' });
    return ends[side];
  };
  return { call, seat, qualities, ends, pairings: () => pairings, medium };
}
/** Loudness of what is heard, and pictures drawn, over some time. */
export async function sense(stream, ms) {
  const audio = new AudioContext();
  await audio.resume();
  const analyser = audio.createAnalyser();
  audio.createMediaStreamSource(stream).connect(analyser);
  const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true });
  document.body.append(video);
  await video.play().catch(() => {});
  const samples = new Float32Array(analyser.fftSize);
  let energy = 0;
  for (const end = Date.now() + ms; Date.now() < end; ) {
    analyser.getFloatTimeDomainData(samples);
    energy = Math.max(energy, ...samples.map(Math.abs));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const frames = video.getVideoPlaybackQuality().totalVideoFrames;
  video.remove();
  void audio.close();
  return { energy, frames };
}
Object.assign(window, { createService, sense });
`;

/** Serves the engine, as it is bundled for browsers, on a page of its own. */
export async function startMediaPage(root: string): Promise<{ url: string; stop(): Promise<void> }> {
  const built = await build({
    stdin: { contents: HARNESS, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome109',
    tsconfigRaw: {},
  });
  const script = built.outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const isScript = request.url === '/engine.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    if (request.url === '/forbidden') response.setHeader('permissions-policy', 'camera=(), microphone=()');
    response.end(isScript ? script : '<!doctype html><script src="/engine.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://localhost:${portOf(server)}`, stop: () => closeServer(server) };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
