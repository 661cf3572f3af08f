import jwt from 'jsonwebtoken';

import { LIMITS } from '../../../../protocol/shared/limits';
import type { Participant } from '../../application/calls/media';
import type { JitsiSettings } from '../../application/calls/media-settings';

export interface TokenSubject {
  /** Lower case: Prosody compares it with the room's address, which is. */
  readonly room: string;
  /** Id of this side of this interaction, and of nothing else. */
  readonly userId: string;
  readonly participant: Participant;
}

/** Servers whose clocks differ by less still accept the token. */
const CLOCK_SKEW_S = 10;

/** Features that are off for everybody in a JaaS call: they cost money, or let others in. */
const NO_FEATURES = {
  livestreaming: 'false',
  recording: 'false',
  transcription: 'false',
  'inbound-call': 'false',
  'outbound-call': 'false',
  'sip-inbound-call': 'false',
  'sip-outbound-call': 'false',
  'file-upload': 'false',
  'list-visitors': 'false',
};

/** Lets one side into one room, from now on, for as long as LIMITS.jitsiTokenMs. Strings throughout, and no nulls: Prosody's modules compare texts. */
export function signJitsiToken(settings: JitsiSettings, subject: TokenSubject, now: number): string {
  const { algorithm, keyId, kind, signingKey } = settings;
  if (signingKey === null) throw new Error('no key is stored to sign a Jitsi token with');
  const header = { alg: algorithm, typ: 'JWT', ...(keyId !== '' && { kid: keyId }) };
  const claims = { ...issuerOf(settings), ...claimsOf(subject, kind === 'jaas', now) };
  return jwt.sign(claims, signingKey, { algorithm, header, noTimestamp: true });
}

function issuerOf({ appId, audience, domain, kind, subject }: JitsiSettings) {
  if (kind === 'jaas') return { iss: 'chat', aud: 'jitsi', sub: appId };
  const host = (domain ?? '').replace(/:\d+$/, '');
  return { iss: appId, aud: audience === '' ? 'jitsi' : audience, sub: subject === '' ? host : subject };
}

function claimsOf({ participant, room, userId }: TokenSubject, isJaas: boolean, now: number) {
  const seconds = Math.floor(now / 1_000);
  return {
    room,
    nbf: seconds - CLOCK_SKEW_S,
    exp: seconds + LIMITS.jitsiTokenMs / 1_000,
    context: {
      user: {
        id: userId,
        name: participant.name,
        email: '',
        avatar: '',
        moderator: String(participant.side === 'agent'),
      },
      ...(isJaas && { features: NO_FEATURES }),
    },
  };
}
