import type { MediaFinding } from '../../../../protocol/calls/media-settings';
import type { Outbound, OutboundAnswer } from '../outbound';

/** Result of signing in to the deployment, with a token or without. */
export type DoorAnswer = 'let-in' | 'refused' | { readonly finding: MediaFinding };

export interface Door {
  /** Host with its port. */
  readonly domain: string;
  /** Name of the signalling server, as it knows itself. */
  readonly xmppDomain: string;
  /** Domain of its rooms. */
  readonly mucDomain: string;
}

/** `unopened`: whether or not the token is for it, the room is not there, and only a conference's own focus opens one. */
export type RoomAnswer = DoorAnswer | 'unopened';

/** Results of entering two rooms when signed in. */
export interface RoomAnswers {
  readonly own: RoomAnswer;
  /** Result for a room that the token does not name. */
  readonly other: RoomAnswer;
}

const BIND = 'http://jabber.org/protocol/httpbind';
const XBOSH = 'urn:xmpp:xbosh';
const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const RESOURCE = 'urn:ietf:params:xml:ns:xmpp-bind';
const FOCUS = 'http://jitsi.org/protocol/focus';
const MUC = 'http://jabber.org/protocol/muc';
/** Domain set in the deployment's config.js, up to the end of the line or of the entry. */
const XMPP_DOMAIN = /\bdomain['"]?\s*[:=]([^,;\n]{1,300})/;
const MUC_DOMAIN = /\bmuc['"]?\s*[:=]([^,;\n]{1,300})/;
const HOST_NAME = /^[a-z0-9][a-z0-9.-]*$/i;
/** Refusal of a room that is not open: Prosody's text; and Jitsi's, since September 2025, given before the token's room is checked. */
const UNOPENED = /creation is restricted|room.does.not.exist/i;
/** Requests until a reply is given up: the server responds within 5 s, also without anything to send. */
const LOOKS = 3;
const NO_SIGNALLING = { finding: 'no-signalling' } as const;

/** The signalling server's names out of the deployment's config.js, where they are not made of the domain itself. */
export function doorIn(config: string, domain: string): Door {
  const xmppDomain = hostIn(XMPP_DOMAIN.exec(config)) ?? domain.replace(/:\d+$/, '');
  return { domain, xmppDomain, mucDomain: hostIn(MUC_DOMAIN.exec(config)) ?? `conference.${xmppDomain}` };
}

/** The text pieces of what is set: `'muc.' + subdomain + 'example.com'`, where a subdomain is a tenant's, and we have none. */
function hostIn(found: RegExpExecArray | null): string | null {
  const [, expression = ''] = found ?? [];
  const host = [...expression.matchAll(/'([^']*)'|"([^"]*)"/g)].map(([, a = '', b = '']) => a + b).join('');
  return HOST_NAME.test(host) ? host : null;
}

interface Session {
  signIn(): Promise<DoorAnswer>;
  send(attributes: string, content?: string): Promise<OutboundAnswer>;
}

/** Opens a session as a browser does, over BOSH (XEP-0206): one request after the other, each answered with what has come meanwhile. */
function openSession(outbound: Outbound, door: Door, room: string, token: string | null): Session {
  const query = new URLSearchParams({ room, ...(token !== null && { token }) });
  const url = `https://${door.domain}/http-bind?${query.toString()}`;
  let rid = 1_000;
  let sid = '';
  const send: Session['send'] = (attributes, content = '') => {
    const session = sid === '' ? '' : `sid="${sid}" `;
    const body = `<body xmlns="${BIND}" xmlns:xmpp="${XBOSH}" rid="${rid}" ${session}${attributes}>${content}</body>`;
    rid += 1;
    return outbound.request({ url, body: { text: body, contentType: 'text/xml; charset=utf-8' } });
  };
  const signIn = async (): Promise<DoorAnswer> => {
    const opened = await send(
      `to="${door.xmppDomain}" xml:lang="en" wait="5" hold="1" ver="1.6" xmpp:version="1.0"`,
    );
    if (!opened.ok) return { finding: opened.fault };
    const [, found] = /<body[^>]*\ssid=["']([\w-]+)["']/.exec(opened.body) ?? [];
    // Some deployments look at the token before they open a session at all.
    if (opened.status === 401 || opened.status === 403) return 'refused';
    if (opened.status !== 200 || found === undefined) return NO_SIGNALLING;
    sid = found;
    const answer = await send('', `<auth xmlns="${SASL}" mechanism="ANONYMOUS"/>`);
    if (!answer.ok) return { finding: answer.fault };
    if (/<success[\s/>]/.test(answer.body)) return 'let-in';
    return /<failure[\s/>]/.test(answer.body) ? 'refused' : NO_SIGNALLING;
  };
  return { signIn, send };
}

/** Signs in and leaves. Prosody checks the token's signature, time and issuer here; its room only when one is entered. */
export async function knock(
  outbound: Outbound,
  door: Door,
  room: string,
  token: string | null,
): Promise<DoorAnswer> {
  const session = openSession(outbound, door, room, token);
  const answer = await session.signIn();
  await session.send('type="terminate"');
  return answer;
}

/**
 * Asks for the room's conference, as a browser does before it enters, which makes the deployment ask for its reservation; then for two rooms
 * by name. Nobody is in them, and the service allows nobody to open them.
 */
export async function tryRooms(
  outbound: Outbound,
  door: Door,
  rooms: { readonly own: string; readonly other: string },
  token: string,
): Promise<RoomAnswers> {
  const session = openSession(outbound, door, rooms.own, token);
  const signedIn = await session.signIn();
  if (signedIn !== 'let-in') return { own: NO_SIGNALLING, other: NO_SIGNALLING };
  await session.send(`to="${door.xmppDomain}" xml:lang="en" xmpp:restart="true"`);
  const bound = await session.send('', `<iq type="set" id="bind"><bind xmlns="${RESOURCE}"/></iq>`);
  if (!bound.ok || !/<jid>/.test(bound.body)) return { own: NO_SIGNALLING, other: NO_SIGNALLING };
  const conference = `<conference xmlns="${FOCUS}" machine-uid="self-test" room="${rooms.own}@${door.mucDomain}"/>`;
  const asked = `<iq type="set" id="focus" to="focus.${door.xmppDomain}">${conference}</iq>`;
  await hear(session, asked, (text) => /<iq\b[^>]*\sid=["']focus["']/.test(text));
  const enter = (room: string): Promise<RoomAnswer> => comeTo(session, room, door.mucDomain);
  const answers = { own: await enter(rooms.own), other: await enter(rooms.other) };
  await session.send('type="terminate"', '<presence type="unavailable"/>');
  return answers;
}

async function comeTo(session: Session, room: string, mucDomain: string): Promise<RoomAnswer> {
  const presence = `<presence to="${room}@${mucDomain}/self-test"><x xmlns="${MUC}"/></presence>`;
  const isOf = (text: string): string | undefined =>
    text
      .split('<presence')
      .slice(1)
      .find((each) => each.includes(`${room}@`));
  const answer = isOf(await hear(session, presence, (text) => isOf(text) !== undefined));
  if (answer === undefined) return NO_SIGNALLING;
  if (!/^[^>]*\stype=["']error["']/.test(answer)) return 'let-in';
  return UNOPENED.test(answer) ? 'unopened' : 'refused';
}

/** Sends a stanza and returns the reply, polling until one matches. */
async function hear(session: Session, words: string, isIt: (text: string) => boolean): Promise<string> {
  let heard = '';
  for (let look = 0; look < LOOKS && !isIt(heard); look += 1) {
    const answer = await session.send('', look === 0 ? words : '');
    if (!answer.ok) return heard;
    heard += answer.body;
  }
  return heard;
}
