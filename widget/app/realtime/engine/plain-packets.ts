import { Emitter } from './emitter';

/**
 * A parser that stands in for socket.io-parser in the bundle (see build.mjs): the same packets on the wire (Socket.IO protocol
 * 5), without binary attachments, which this protocol has none of. A test compares the two.
 */
export const protocol = 5;

export const PacketType = { CONNECT: 0, DISCONNECT: 1, EVENT: 2, ACK: 3, CONNECT_ERROR: 4 } as const;

export interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data?: unknown;
}

/** The parts of a packet: type, namespace and comma unless it is `/`, acknowledgement id, payload. */
const PACKET = /^([0-4])(?:(\/[^,]*),?)?(\d*)(.*)/s;

export class Encoder {
  encode({ type, nsp, id, data }: Packet): string[] {
    const payload = data === undefined ? '' : JSON.stringify(data);
    return [`${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${payload}`];
  }
}

interface DecoderEvents {
  decoded: (packet: Packet) => void;
}

export class Decoder extends Emitter<DecoderEvents> {
  /** Decodes a packet. Throws on an invalid one; the manager then drops the connection and makes a new one. */
  add(text: string): void {
    const [, type, nsp = '/', id, payload] = PACKET.exec(text) ?? [];
    if (type === undefined) throw new Error('no packet');
    this.emit('decoded', {
      type: Number(type),
      nsp,
      ...(id ? { id: Number(id) } : {}),
      ...(payload ? { data: JSON.parse(payload) as unknown } : {}),
    });
  }

  destroy(): void {}
}
