import { randomUUID } from 'node:crypto';

import { admit, mayEnter, type DoorSettings } from './door';
import type { Rooms } from './rooms';

export interface BoshAnswer {
  readonly status: number;
  readonly text: string;
}

const BIND = 'http://jabber.org/protocol/httpbind';
const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const wrap = (attributes: string, content = ''): string =>
  `<body xmlns='${BIND}' ${attributes}>${content}</body>`;
const said = (text: string): BoshAnswer => ({ status: 200, text });

/**
 * Implements as much of Prosody's BOSH as signing in and entering a room takes: the token comes in the session's address, SASL is
 * ANONYMOUS. As there, a room that no conference's focus has opened yet is opened for nobody.
 */
export function createBosh(door: DoorSettings, xmppDomain: string, reserve: Rooms['reserve']) {
  const sessions = new Map<string, string | null>();

  const enter = async (token: string | null, address: string): Promise<BoshAnswer> => {
    const admitted = await admit(door, token);
    const [room = ''] = address.split('@');
    const refuse = (words: string): BoshAnswer => {
      const error = `<error type='cancel'><not-allowed/><text>${words}</text></error>`;
      return said(wrap('', `<presence id='x' from='${address}' type='error'>${error}</presence>`));
    };
    if (door.saysFirstWhatIsThere === true) return refuse('Room does not exist');
    const isGood = admitted !== null && mayEnter(admitted, room, door);
    if (isGood && door.letsAnybodyOpen === true)
      return said(wrap('', `<presence id='x' from='${address}'/>`));
    return refuse(isGood ? 'Room creation is restricted' : 'Room and token mismatched');
  };

  const confer = async (room: string): Promise<BoshAnswer> => {
    const reserved = await reserve(room);
    if (!('status' in reserved)) return said(wrap('', `<iq id='focus' type='result'/>`));
    const refused = `<error type='cancel'><reservation-error error-code='${reserved.status}'/></error>`;
    return said(wrap('', `<iq id='focus' type='error'>${refused}</iq>`));
  };

  return async (query: URLSearchParams, body: string): Promise<BoshAnswer> => {
    const sid = /\ssid="([^"]+)"/.exec(body)?.[1];
    if (sid === undefined) {
      if (!body.includes(`to="${xmppDomain}"`))
        return said(wrap("type='terminate' condition='host-unknown'"));
      const id = randomUUID();
      sessions.set(id, query.get('token'));
      const mechanisms = `<mechanisms xmlns='${SASL}'><mechanism>ANONYMOUS</mechanism></mechanisms>`;
      return said(wrap(`sid='${id}' wait='5'`, `<stream:features>${mechanisms}</stream:features>`));
    }
    const token = sessions.get(sid);
    if (token === undefined)
      return { status: 404, text: wrap("type='terminate' condition='item-not-found'") };
    if (body.includes('type="terminate"')) {
      sessions.delete(sid);
      return said(wrap("type='terminate'"));
    }
    if (body.includes('xmpp:restart="true"'))
      return said(wrap('', '<stream:features><bind/></stream:features>'));
    if (body.includes('id="bind"'))
      return said(wrap('', `<iq id='bind' type='result'><bind><jid>x@${xmppDomain}/y</jid></bind></iq>`));
    const [, room] = /<conference [^>]*room="([^"@]+)@muc\./.exec(body) ?? [];
    if (room !== undefined) return confer(room);
    const [, address] = /<presence to="([^"]+)"/.exec(body) ?? [];
    if (address !== undefined) return enter(token, address);
    const isIn = (await admit(door, token)) !== null;
    const verdict = isIn ? `<success xmlns='${SASL}'/>` : `<failure xmlns='${SASL}'><not-allowed/></failure>`;
    return said(wrap('', verdict));
  };
}
