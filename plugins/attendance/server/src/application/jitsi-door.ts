import type { MediaFinding } from '../../../protocol/media-settings';
import type { Outbound } from './outbound';

/** What the deployment's own sign-in said to a token, or to none. */
export type DoorAnswer = 'let-in' | 'refused' | { readonly finding: MediaFinding };

export interface Door {
  /** Host with its port. */
  readonly domain: string;
  /** The name by which the signalling server knows itself. */
  readonly xmppDomain: string;
}

const BIND = 'http://jabber.org/protocol/httpbind';
const XBOSH = 'urn:xmpp:xbosh';
const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const HOST_NAME = /^[a-z0-9][a-z0-9.-]*$/i;

/** The signalling server's name out of the deployment's config.js, where it is not the domain itself. */
export function xmppDomainIn(config: string, domain: string): string {
  const [, name] = /\bdomain['"]?\s*[:=]\s*['"]([^'"]+)['"]/.exec(config) ?? [];
  return name !== undefined && HOST_NAME.test(name) ? name : domain.replace(/:\d+$/, '');
}

/**
 * Signs in as a browser does, over BOSH (XEP-0206), and leaves. Prosody looks at the token's signature, time and issuer
 * here; at its room only when the room is entered.
 */
export async function knock(
  outbound: Outbound,
  door: Door,
  room: string,
  token: string | null,
): Promise<DoorAnswer> {
  const query = new URLSearchParams({ room, ...(token !== null && { token }) });
  const url = `https://${door.domain}/http-bind?${query.toString()}`;
  const send = (attributes: string, content = '') =>
    outbound.request({
      url,
      body: {
        text: `<body xmlns="${BIND}" xmlns:xmpp="${XBOSH}" ${attributes}>${content}</body>`,
        contentType: 'text/xml; charset=utf-8',
      },
    });
  const opened = await send(
    `rid="1000" to="${door.xmppDomain}" xml:lang="en" wait="5" hold="1" ver="1.6" xmpp:version="1.0"`,
  );
  if (!opened.ok) return { finding: opened.fault };
  const [, sid] = /<body[^>]*\ssid=["']([\w-]+)["']/.exec(opened.body) ?? [];
  // Some deployments look at the token before they open a session at all.
  if (opened.status === 401 || opened.status === 403) return 'refused';
  if (opened.status !== 200 || sid === undefined) return { finding: 'no-signalling' };
  const answer = await send(`rid="1001" sid="${sid}"`, `<auth xmlns="${SASL}" mechanism="ANONYMOUS"/>`);
  await send(`rid="1002" sid="${sid}" type="terminate"`);
  if (!answer.ok) return { finding: answer.fault };
  if (/<success[\s/>]/.test(answer.body)) return 'let-in';
  return /<failure[\s/>]/.test(answer.body) ? 'refused' : { finding: 'no-signalling' };
}
