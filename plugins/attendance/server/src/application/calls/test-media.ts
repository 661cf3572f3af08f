import type { MediaCheck, MediaFinding, MediaSelfTest } from '../../../../protocol/calls/media-settings';
import { doorIn, knock, tryRooms, type Door, type DoorAnswer, type RoomAnswers } from './jitsi-door';
import {
  providerOf,
  type JitsiSettings,
  type MediaSettingsStore,
  type StoredMediaSettings,
} from './media-settings';
import type { Outbound } from '../outbound';
import type { ReservationAsked, ReservationWatch } from './reservation-watch';

export interface TestMediaPorts {
  readonly settings: Pick<MediaSettingsStore, 'get'>;
  readonly outbound: Outbound;
  readonly createRoom: () => string;
  /** A token for the room, as the agent's side would get it. */
  readonly mint: (settings: JitsiSettings, room: string) => string;
  /** A key of the same kind that nobody trusts. */
  readonly foreignKey: (settings: JitsiSettings) => Promise<string>;
  readonly watchReservation: ReservationWatch['watch'];
}

type Deployment = JitsiSettings & { readonly domain: string };

/**
 * Creates the self-test of the stored settings, as the server reaches the deployment. What only a browser in a call can find out is reported so, and
 * not guessed.
 */
export function createTestMedia(ports: TestMediaPorts): () => Promise<MediaSelfTest> {
  return async () => {
    const settings = await ports.settings.get();
    const { domain } = settings.jitsi;
    const checks = domain === null ? [] : await testDeployment(ports, { ...settings.jitsi, domain });
    return { provider: providerOf(settings), checks: [...checks, iceUrls(settings.direct)] };
  };
}

const ok = (check: MediaCheck['check'], finding: MediaFinding | null = null): MediaCheck => ({
  check,
  result: 'ok',
  finding,
});
const failed = (check: MediaCheck['check'], finding: MediaFinding): MediaCheck => ({
  check,
  result: 'failed',
  finding,
});
const notTestable = (check: MediaCheck['check'], finding: MediaFinding): MediaCheck => ({
  check,
  result: 'not-testable',
  finding,
});

async function testDeployment(ports: TestMediaPorts, deployment: Deployment): Promise<MediaCheck[]> {
  const { appId, domain, kind } = deployment;
  const base = kind === 'jaas' ? `https://${domain}/${appId}` : `https://${domain}`;
  const script = await ports.outbound.request({ url: `${base}/external_api.js` });
  // Whatever it says, somebody is there.
  const answers = script.ok || script.fault === 'redirected' || script.fault === 'bad-answer';
  if (!answers) return [failed('answers', script.fault), ...untested('unreachable')];
  const client = !script.ok
    ? failed('serves-client', script.fault)
    : script.status === 200 && script.body.includes('JitsiMeetExternalAPI')
      ? ok('serves-client')
      : failed('serves-client', 'bad-answer');
  return [ok('answers'), client, ...(await testTokens(ports, deployment))];
}

const TOKEN_CHECKS = [
  'accepts-token',
  'refuses-no-token',
  'refuses-foreign-signature',
  'accepts-room',
  'refuses-other-room',
  'asks-reservation',
] as const;

function untested(finding: MediaFinding): MediaCheck[] {
  return TOKEN_CHECKS.map((check) => notTestable(check, finding));
}

async function testTokens(ports: TestMediaPorts, deployment: Deployment): Promise<MediaCheck[]> {
  const { domain, kind } = deployment;
  // It trusts the keys that its customers upload; what it does with others is not for us to try.
  if (kind === 'jaas') return untested('hosted');
  const config = await ports.outbound.request({ url: `https://${domain}/config.js` });
  const door = doorIn(config.ok ? config.body : '', domain);
  const room = ports.createRoom();
  const withoutToken = await knock(ports.outbound, door, room, null);
  const refusesNone = refusal('refuses-no-token', withoutToken);
  if (kind === 'open')
    return untested('open').map((check) => (check.check === 'refuses-no-token' ? refusesNone : check));
  const own = await knock(ports.outbound, door, room, ports.mint(deployment, room));
  const signingKey = await ports.foreignKey(deployment);
  const foreign = await knock(ports.outbound, door, room, ports.mint({ ...deployment, signingKey }, room));
  return [
    admission(own),
    refusesNone,
    refusal('refuses-foreign-signature', foreign),
    ...(await testRooms(ports, deployment, door, own)),
  ];
}

/** Tests rooms: Prosody checks a token's room and subject when a room is entered, and asks for a reservation before it is opened. */
async function testRooms(
  ports: TestMediaPorts,
  deployment: Deployment,
  door: Door,
  signedIn: DoorAnswer,
): Promise<MediaCheck[]> {
  const checks = ['accepts-room', 'refuses-other-room', 'asks-reservation'] as const;
  if (signedIn !== 'let-in') return checks.map((check) => notTestable(check, 'no-signalling'));
  const rooms = { own: ports.createRoom(), other: ports.createRoom() };
  const reservation = ports.watchReservation(rooms.own);
  try {
    const answers = await tryRooms(ports.outbound, door, rooms, ports.mint(deployment, rooms.own));
    const hasSecret = deployment.reservationSecret !== null;
    return [...roomChecks(answers), reservationCheck(reservation.asked(), answers, hasSecret)];
  } finally {
    reservation.stop();
  }
}

/**
 * Returns the checks of the two rooms' results. Where nobody may open a room, most releases refuse before they check the token: where both rooms are
 * refused so, nothing is known of either. A deployment that refuses its own room proves nothing by refusing another.
 */
function roomChecks({ other, own }: RoomAnswers): MediaCheck[] {
  const both = (finding: MediaFinding): MediaCheck[] => [
    notTestable('accepts-room', finding),
    notTestable('refuses-other-room', finding),
  ];
  if (own === 'refused')
    return [failed('accepts-room', 'room-refused'), notTestable('refuses-other-room', 'needs-browser')];
  if (typeof own === 'object') return both(own.finding);
  if (typeof other === 'object') return both(other.finding);
  if (other === 'unopened' && own === 'unopened') return both('needs-browser');
  if (other === 'unopened') return [ok('accepts-room'), notTestable('refuses-other-room', 'needs-browser')];
  return [ok('accepts-room'), refusal('refuses-other-room', other)];
}

function reservationCheck(asked: ReservationAsked, { own }: RoomAnswers, hasSecret: boolean): MediaCheck {
  // No call goes on in it: the reservation was refused.
  if (asked === 'yes' && own === 'let-in') return failed('asks-reservation', 'lets-in');
  if (asked === 'yes' && !hasSecret) return failed('asks-reservation', 'no-reservation-secret');
  if (asked === 'yes') return ok('asks-reservation');
  if (asked === 'wrong-secret') return failed('asks-reservation', 'wrong-secret');
  // Whoever has made a secret up means to have the module.
  return hasSecret ? failed('asks-reservation', 'not-asked') : notTestable('asks-reservation', 'not-asked');
}

function admission(answer: DoorAnswer): MediaCheck {
  if (answer === 'let-in') return ok('accepts-token');
  return answer === 'refused'
    ? failed('accepts-token', 'refused')
    : notTestable('accepts-token', answer.finding);
}

function refusal(check: MediaCheck['check'], answer: DoorAnswer): MediaCheck {
  if (answer === 'refused') return ok(check);
  return answer === 'let-in' ? failed(check, 'lets-in') : notTestable(check, answer.finding);
}

/** Checks the ICE servers as typed; only a browser can find out whether a relay relays. */
function iceUrls({ iceUrls: urls, turnSecret }: StoredMediaSettings['direct']): MediaCheck {
  if (urls.length === 0) return notTestable('ice-urls', 'not-configured');
  const hasTurn = urls.some((url) => /^turns?:/i.test(url));
  if (hasTurn && turnSecret === null) return failed('ice-urls', 'no-turn-secret');
  return ok('ice-urls', hasTurn ? 'shape-only' : 'no-turn');
}
