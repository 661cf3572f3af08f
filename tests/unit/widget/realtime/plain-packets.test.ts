import fc from 'fast-check';
import {
  Decoder as GeneralDecoder,
  Encoder as GeneralEncoder,
  type Packet as GeneralPacket,
} from 'socket.io-parser';
import { describe, expect, it } from 'vitest';

import {
  Decoder,
  Encoder,
  PacketType,
  protocol,
  type Packet,
} from '../../../../widget/app/realtime/engine/plain-packets';

const RUNS = 10_000;

const PACKETS: readonly Packet[] = [
  { type: PacketType.CONNECT, nsp: '/visitor', data: { token: null, page: { url: 'https://a.com/,x' } } },
  { type: PacketType.CONNECT, nsp: '/' },
  { type: PacketType.DISCONNECT, nsp: '/visitor' },
  { type: PacketType.EVENT, nsp: '/visitor', data: ['message:posted', { body: '42/visitor,["x"]\n"' }] },
  { type: PacketType.EVENT, nsp: '/visitor', id: 12, data: ['message:post', { body: 'Olá 😊' }] },
  { type: PacketType.EVENT, nsp: '/', id: 0, data: ['x'] },
  { type: PacketType.ACK, nsp: '/visitor', id: 12, data: [{ ok: true }] },
  { type: PacketType.CONNECT_ERROR, nsp: '/visitor', data: { message: 'no', data: { code: 'forbidden' } } },
];

function decodedBy(decoder: {
  on(event: 'decoded', listen: (packet: never) => void): unknown;
  add(text: string): void;
}) {
  return (text: string): Packet => {
    let packet: Packet | undefined;
    decoder.on('decoded', (it: never) => {
      packet = it as Packet;
    });
    decoder.add(text);
    if (!packet) throw new Error('nothing decoded');
    return packet;
  };
}

const general = (packet: Packet) =>
  new GeneralEncoder().encode(packet as unknown as GeneralPacket) as unknown[];
const plain = (packet: Packet) => new Encoder().encode(packet);
const pick = ({ type, nsp, id, data }: Packet) => ({ type, nsp, id, data });

it('[C3] speaks the protocol of the general parser', () => {
  expect(protocol).toBe(5);
});

describe.each(PACKETS)('[C3] packet %#', (packet) => {
  it('is written as the general parser writes it', () => {
    expect(plain(packet)).toEqual(general(packet));
  });

  it('is read as the general parser reads it', () => {
    const [text = ''] = general(packet) as string[];
    const expected = pick(decodedBy(new GeneralDecoder())(text));
    expect(pick(decodedBy(new Decoder())(text))).toEqual(expected);
  });
});

it('[C3] carries any text and any acknowledgement', () => {
  const data = fc.tuple(fc.string({ minLength: 1 }), fc.jsonValue());
  fc.assert(
    fc.property(data, fc.nat(), (data, id) => {
      const packet = { type: PacketType.EVENT, nsp: '/visitor', id, data };
      expect(plain(packet)).toEqual(general(packet));
      const [text = ''] = plain(packet);
      expect(pick(decodedBy(new Decoder())(text))).toEqual({
        ...packet,
        data: JSON.parse(JSON.stringify(data)) as unknown,
      });
    }),
    { numRuns: RUNS },
  );
});

it.each(['', '9', 'x', '2/visitor,["unfinished'])(
  '[C3] throws on %j, so that the connection is made anew',
  (text) => {
    expect(() => new Decoder().add(text)).toThrow();
  },
);
