// Runs in the frame that Jitsi's IFrame client opens: speaks that client's transport, and calls the others in the room.
import { PostMessageTransportBackend, Transport } from '@jitsi/js-utils/transport';

import { createPeers, type Fact } from './conference-peers';

const address = new URL(location.href);
const options = new URLSearchParams(address.hash.slice(1));
const apiId = options.get('jitsi_meet_external_api_id') ?? '0';
const room = address.pathname.slice(address.pathname.lastIndexOf('/') + 1).toLowerCase();
const read = <Value>(name: string, fallback: Value): Value =>
  options.has(name) ? (JSON.parse(options.get(name) ?? '') as Value) : fallback;

const transport = new Transport({
  backend: new PostMessageTransportBackend({ postisOptions: { scope: `jitsi_meet_external_api_${apiId}` } }),
});
const tell = (name: string, data: object = {}): void => transport.sendEvent({ name, ...data });
const post = async (path: string, body: unknown = {}): Promise<unknown> =>
  (await fetch(`/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) })).json();

type Entered =
  | { ok: true; id: string; isModerator: boolean; name: string; others: { id: string; name: string }[] }
  | { ok: false; name: string; message: string; isFatal: boolean };

async function devices(): Promise<MediaStream> {
  const isVoice = read('config.startAudioOnly', false);
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: true,
      video: isVoice || read('config.startWithVideoMuted', false) ? false : { height: 240 },
    });
  } catch (fault) {
    const { message, name } = fault as DOMException;
    tell('mic-error', { type: `gum.${name}`, message });
    if (!isVoice) tell('camera-error', { type: `gum.${name}`, message });
    return new MediaStream();
  }
}

async function run(): Promise<void> {
  const local = await devices();
  const own = document.querySelector<HTMLVideoElement>('#own');
  if (own !== null) own.srcObject = local;
  const name = read('userInfo.displayName', '');
  const entered = (await post(`enter?room=${room}`, {
    token: address.searchParams.get('jwt'),
    name,
  })) as Entered;
  if (!entered.ok) {
    const { isFatal, message } = entered;
    return tell('error-occurred', { error: { name: entered.name, message, isFatal } });
  }
  const here = `room=${room}&id=${entered.id}`;
  // Signals are handled one after the other: a candidate must not overtake the description that it belongs to.
  let sent: Promise<unknown> = Promise.resolve();
  const peers = createPeers(local, (to, signal) => {
    sent = sent.then(() => post(`send?${here}`, { to, signal }));
  });
  Object.assign(window, { received: peers.received });

  const facts = new EventSource(`/stand-in/facts?${here}`);
  facts.onmessage = ({ data }: MessageEvent<string>) => {
    const fact = JSON.parse(data) as Fact;
    if (fact.kind === 'joined') tell('participant-joined', { id: fact.id, displayName: fact.name });
    if (fact.kind === 'left') tell('participant-left', { id: fact.id });
    // The page does as the application: on this fact it leaves, and never offers to be closed.
    if (fact.kind === 'destroyed') {
      tell('error-occurred', { error: { name: 'conference.destroyed', isFatal: false } });
      end();
    }
    if (fact.kind === 'put-out') {
      tell('participant-kicked-out', { kicked: { id: entered.id, local: true }, kicker: { id: 'somebody' } });
      end();
    }
    void peers.take(fact);
  };
  await new Promise((resolve) => facts.addEventListener('open', resolve, { once: true }));
  // The server is gone, and with it its rooms.
  facts.onerror = () => {
    tell('error-occurred', { error: { name: 'connection.droppedError', isFatal: true } });
    end();
  };
  tell('video-conference-joined', { roomName: room, id: entered.id, displayName: entered.name });
  tell('participant-role-changed', {
    id: entered.id,
    role: entered.isModerator ? 'moderator' : 'participant',
  });
  for (const other of entered.others) tell('participant-joined', { id: other.id, displayName: other.name });
  for (const { id } of entered.others) void peers.call(id);

  function end(): void {
    facts.close();
    peers.close();
    for (const track of local.getTracks()) track.stop();
    tell('video-conference-left', { roomName: room });
  }
  const hangUp = async (): Promise<void> => {
    await sent;
    // A server that is gone gets no goodbye.
    await post(`leave?${here}`).catch(() => undefined);
    end();
    tell('video-ready-to-close');
  };
  const toggle = (kind: 'audio' | 'video'): void => {
    const tracks = local.getTracks().filter((track) => track.kind === kind);
    for (const track of tracks) track.enabled = !track.enabled;
    tell(`${kind}-mute-status-changed`, { muted: isMuted(kind) });
  };
  const isMuted = (kind: 'audio' | 'video'): boolean =>
    !local.getTracks().some((track) => track.kind === kind && track.enabled);

  transport.on('event', ({ data = [], name: command }: { name: string; data?: readonly unknown[] }) => {
    const [given] = data as readonly { width?: number }[];
    // Before a goodbye that follows at once: the real ones go through one stream.
    if (command === 'end-conference') sent = sent.then(() => post(`end?${here}`));
    if (command === 'resize-film-strip' && own !== null) own.style.width = `${given?.width ?? 0}px`;
    if (command === 'video-hangup') void hangUp();
    if (command === 'toggle-audio') toggle('audio');
    if (command === 'toggle-video') toggle('video');
    return true;
  });
  transport.on('request', ({ name: asked }: { name: string }, answer: (result: unknown) => void) => {
    if (asked === 'is-audio-muted') answer(isMuted('audio'));
    else if (asked === 'is-video-muted') answer(isMuted('video'));
    else if (asked === 'connection-stats') void peers.quality(entered.id).then(answer);
    else answer(null);
    return true;
  });
}

tell('browser-support', { supported: true });
void run().then(() => tell('ready'));
