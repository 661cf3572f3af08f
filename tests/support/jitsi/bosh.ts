import { randomUUID } from 'node:crypto';

import { admit, type DoorSettings } from './door';

export interface BoshAnswer {
  readonly status: number;
  readonly text: string;
}

const BIND = 'http://jabber.org/protocol/httpbind';
const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const wrap = (attributes: string, content = ''): string =>
  `<body xmlns='${BIND}' ${attributes}>${content}</body>`;

/** As much of Prosody's BOSH as signing in takes: the token comes in the session's address, SASL is ANONYMOUS. */
export function createBosh(door: DoorSettings, xmppDomain: string) {
  const sessions = new Map<string, string | null>();
  return async (query: URLSearchParams, body: string): Promise<BoshAnswer> => {
    const sid = /\ssid="([^"]+)"/.exec(body)?.[1];
    if (sid === undefined) {
      if (!body.includes(`to="${xmppDomain}"`))
        return { status: 200, text: wrap("type='terminate' condition='host-unknown'") };
      const id = randomUUID();
      sessions.set(id, query.get('token'));
      const mechanisms = `<mechanisms xmlns='${SASL}'><mechanism>ANONYMOUS</mechanism></mechanisms>`;
      return {
        status: 200,
        text: wrap(`sid='${id}' wait='5'`, `<stream:features>${mechanisms}</stream:features>`),
      };
    }
    const token = sessions.get(sid);
    if (token === undefined)
      return { status: 404, text: wrap("type='terminate' condition='item-not-found'") };
    if (body.includes('type="terminate"')) {
      sessions.delete(sid);
      return { status: 200, text: wrap("type='terminate'") };
    }
    const isIn = (await admit(door, token)) !== null;
    const verdict = isIn ? `<success xmlns='${SASL}'/>` : `<failure xmlns='${SASL}'><not-allowed/></failure>`;
    return { status: 200, text: wrap('', verdict) };
  };
}
