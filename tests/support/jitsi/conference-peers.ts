/** Fact that the stand-in's server sends to a page of its room. */
export type Fact =
  | { kind: 'joined'; id: string; name: string }
  | { kind: 'left'; id: string }
  /** The room was closed, or this page was removed from it. */
  | { kind: 'destroyed' }
  | { kind: 'put-out' }
  | { kind: 'signal'; id: string; signal: Signal };

interface Signal {
  description?: RTCSessionDescriptionInit;
  candidate?: RTCIceCandidateInit | null;
}

/** Media received from the others so far. */
export interface Received {
  readonly framesDecoded: number;
  readonly audioEnergy: number;
}

/** Opens one connection to each of the others; the last to come offers. */
export function createPeers(local: MediaStream, send: (to: string, signal: Signal) => void) {
  const peers = new Map<string, RTCPeerConnection>();

  const peerOf = (id: string): RTCPeerConnection => {
    const known = peers.get(id);
    if (known !== undefined) return known;
    const peer = new RTCPeerConnection();
    peers.set(id, peer);
    const view = document.createElement('video');
    Object.assign(view, { autoplay: true, playsInline: true, srcObject: new MediaStream() });
    view.dataset['participant'] = id;
    document.querySelector('#others')?.append(view);
    for (const track of local.getTracks()) peer.addTrack(track, local);
    if (local.getVideoTracks().length === 0) peer.addTransceiver('video', { direction: 'recvonly' });
    peer.onicecandidate = ({ candidate }) => send(id, { candidate: candidate?.toJSON() ?? null });
    peer.ontrack = ({ track }) => (view.srcObject as MediaStream).addTrack(track);
    return peer;
  };

  const drop = (id: string): void => {
    peers.get(id)?.close();
    peers.delete(id);
    document.querySelector(`video[data-participant="${id}"]`)?.remove();
  };

  const hear = async (id: string, { candidate, description }: Signal): Promise<void> => {
    // These are the last signals of a participant who has left.
    if (!peers.has(id) && description?.type !== 'offer') return;
    const peer = peerOf(id);
    if (description === undefined) return peer.addIceCandidate(candidate ?? undefined);
    await peer.setRemoteDescription(description);
    if (description.type !== 'offer') return;
    await peer.setLocalDescription();
    if (peer.localDescription !== null)
      send(id, { description: peer.localDescription.toJSON() as RTCSessionDescriptionInit });
  };

  const stats = async (): Promise<Record<string, unknown>[]> => {
    const reports = await Promise.all([...peers.values()].map((peer) => peer.getStats()));
    return reports.flatMap((report) => [
      ...(report as unknown as Map<string, Record<string, unknown>>).values(),
    ]);
  };
  const numberIn = (row: Record<string, unknown> | undefined, name: string): number =>
    Number(row?.[name] ?? 0);

  return {
    call: async (id: string): Promise<void> => {
      const peer = peerOf(id);
      await peer.setLocalDescription();
      if (peer.localDescription !== null)
        send(id, { description: peer.localDescription.toJSON() as RTCSessionDescriptionInit });
    },
    take: async (fact: Fact): Promise<void> => {
      if (fact.kind === 'left') drop(fact.id);
      if (fact.kind === 'signal') await hear(fact.id, fact.signal);
    },
    received: async (): Promise<Received> => {
      const inbound = (await stats()).filter(({ type }) => type === 'inbound-rtp');
      return {
        framesDecoded: inbound.reduce((sum, row) => sum + numberIn(row, 'framesDecoded'), 0),
        audioEnergy: inbound.reduce((sum, row) => sum + numberIn(row, 'totalAudioEnergy'), 0),
      };
    },
    /** Returns the measures as a recent deployment sends `connection-stats`; `ownId` is this page's in the room. */
    quality: async (ownId: string) => {
      const all = await stats();
      const sent = all.filter(
        ({ frameHeight, type }) => type === 'outbound-rtp' && frameHeight !== undefined,
      );
      const pair = all.find(({ nominated, type }) => type === 'candidate-pair' && nominated === true);
      return {
        connectionQuality: pair === undefined ? 0 : 100,
        bitrate: { upload: Math.round(numberIn(pair, 'availableOutgoingBitrate') / 1_000), download: 0 },
        packetLoss: { total: 0, upload: 0, download: 0 },
        resolution: {
          [ownId]: Object.fromEntries(
            sent.map((row) => [
              String(row['ssrc'] as number),
              { height: row['frameHeight'], width: row['frameWidth'] },
            ]),
          ),
        },
        jvbRTT: Math.round(numberIn(pair, 'currentRoundTripTime') * 1_000),
      };
    },
    close: (): void => [...peers.keys()].forEach(drop),
  };
}
