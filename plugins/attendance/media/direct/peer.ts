import type { CallSignal, IceServer } from '../../protocol/calls/calls';
import { applyEncoding, favourVoice, type VideoEncoding } from './adapt-sending';
import type { TrackKind } from '../carrier/devices';
import type { StatEntry } from './quality';

/** Message from page to page, as JSON: whether a picture is being sent. */
interface PeerWord {
  readonly hasPicture: boolean;
}

export interface PeerOptions {
  readonly iceServers: IceServer[];
  /**
   * Whether this side is the polite one, which gives way when both offer at once; the other one makes the first offer.
   */
  readonly isPolite: boolean;
  track(kind: TrackKind): MediaStreamTrack | null;
  send(signal: CallSignal): void;
  /** Called when the state of the connection, or the other side's picture, has changed. */
  onChange(): void;
}

/** One pairing of two browsers: perfect negotiation, and the tracks of both. */
export interface Peer {
  /** Stream of the other side; with a picture in it only while one comes. */
  readonly remoteStream: MediaStream;
  state(): RTCPeerConnectionState;
  hear(signal: CallSignal): void;
  /** Sends the present tracks. */
  useTracks(): Promise<void>;
  applyPicture(encoding: VideoEncoding): Promise<void>;
  /** Restarts ICE: looks for a new way through the network. */
  restart(): void;
  getStats(): Promise<readonly StatEntry[]>;
  close(): void;
}

export function createPeer({ iceServers, isPolite, track, send, onChange }: PeerOptions): Peer {
  const connection = new RTCPeerConnection({ iceServers: iceServers as RTCIceServer[] });
  const remoteStream = new MediaStream();
  const voiceAndPicture = ['audio', 'video'] as const;
  let channel: RTCDataChannel | null = null;
  let remotePicture: MediaStreamTrack | null = null;
  let isPictureSent = true;
  let isPictureComing = true;
  let isMakingOffer = false;
  let isIgnoringOffer = false;
  let turn = Promise.resolve();

  const transceiver = (kind: TrackKind) =>
    connection.getTransceivers().find((each) => each.receiver.track.kind === kind);

  function tell(): void {
    const word: PeerWord = { hasPicture: isPictureSent && track('video') !== null };
    if (channel?.readyState === 'open') channel.send(JSON.stringify(word));
  }

  function adopt(fresh: RTCDataChannel): void {
    channel = fresh;
    fresh.onopen = tell;
    fresh.onmessage = ({ data }: MessageEvent<string>) => {
      isPictureComing = (JSON.parse(data) as PeerWord).hasPicture;
      showPicture();
    };
    // The other page has gone: the closed channel shows it well before the network would.
    fresh.onclose = onChange;
    tell();
  }

  function showPicture(): void {
    if (!remotePicture) return;
    if (isPictureComing && !remotePicture.muted) remoteStream.addTrack(remotePicture);
    else remoteStream.removeTrack(remotePicture);
    onChange();
  }

  async function useTracks(): Promise<void> {
    for (const kind of voiceAndPicture) await transceiver(kind)?.sender.replaceTrack(track(kind));
    tell();
  }

  async function describe(): Promise<void> {
    await connection.setLocalDescription();
    const { localDescription } = connection;
    if (localDescription) {
      const { type, sdp } = localDescription;
      if (type !== 'pranswer') send({ description: { type, sdp } });
    }
  }

  async function take(signal: CallSignal): Promise<void> {
    if ('candidate' in signal) {
      try {
        if (signal.candidate) await connection.addIceCandidate(toCandidate(signal.candidate));
      } catch (fault) {
        if (!isIgnoringOffer) throw fault;
      }
      return;
    }
    const { description } = signal;
    const isOffer = description.type === 'offer';
    const isCollision = isOffer && (isMakingOffer || connection.signalingState !== 'stable');
    isIgnoringOffer = !isPolite && isCollision;
    if (isIgnoringOffer) return;
    await connection.setRemoteDescription(description);
    if (!isOffer) return;
    for (const each of connection.getTransceivers()) each.direction = 'sendrecv';
    await useTracks();
    await describe();
  }

  connection.onnegotiationneeded = async () => {
    try {
      isMakingOffer = true;
      await describe();
    } catch {
      // The connection was closed meanwhile, or the other side's offer came first: either way there is nothing left to offer.
    } finally {
      isMakingOffer = false;
    }
  };
  connection.onicecandidate = ({ candidate }) => {
    if (!candidate?.candidate) return;
    const { sdpMid, sdpMLineIndex, usernameFragment } = candidate;
    send({ candidate: { candidate: candidate.candidate, sdpMid, sdpMLineIndex, usernameFragment } });
  };
  connection.ontrack = ({ track: fresh }) => {
    if (fresh.kind === 'audio') remoteStream.addTrack(fresh);
    else {
      remotePicture = fresh;
      fresh.onmute = fresh.onunmute = showPicture;
      showPicture();
    }
    onChange();
  };
  connection.ondatachannel = ({ channel: offered }) => adopt(offered);
  connection.onconnectionstatechange = () => {
    const voice = transceiver('audio')?.sender;
    // A mere preference may be refused by a browser that does not know it.
    if (connection.connectionState === 'connected' && voice) favourVoice(voice).catch(() => {});
    onChange();
  };
  if (!isPolite) {
    for (const kind of voiceAndPicture)
      connection.addTransceiver(track(kind) ?? kind, { direction: 'sendrecv' });
    adopt(connection.createDataChannel('atende'));
  }

  return {
    remoteStream,
    // A closed channel means that the other page has gone.
    state: () =>
      channel?.readyState === 'closed' && connection.connectionState === 'connected'
        ? 'disconnected'
        : connection.connectionState,
    hear(signal) {
      // A signal that does not fit (of an offer that was ignored, or after the end) is dropped: the next restart mends it.
      turn = turn.then(() => take(signal)).catch(() => {});
    },
    useTracks,
    async applyPicture(encoding) {
      const sender = transceiver('video')?.sender;
      if (encoding.isActive !== isPictureSent) {
        isPictureSent = encoding.isActive;
        tell();
      }
      if (sender) await applyEncoding(sender, encoding);
    },
    restart: () => connection.restartIce(),
    getStats: async () => [...((await connection.getStats()) as unknown as Map<string, StatEntry>).values()],
    close() {
      connection.onconnectionstatechange = connection.onicecandidate = null;
      if (channel) channel.onclose = null;
      connection.close();
    },
  };
}

/**
 * Returns a candidate for WebRTC: the wire leaves out fields that a browser did not give, which WebRTC takes as
 * missing.
 */
function toCandidate(candidate: NonNullable<Extract<CallSignal, { candidate: unknown }>['candidate']>) {
  return { ...candidate, usernameFragment: candidate.usernameFragment ?? null };
}
