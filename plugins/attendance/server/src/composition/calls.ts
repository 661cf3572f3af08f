import { createCalls, type CallPorts, type Calls } from '../application/calls';
import type { CallSeats } from '../application/call-seats';
import type { Facts } from '../gateway/facts';
import { createCallPublisher } from '../gateway/publish-calls';
import type { MediaSide } from './media';

export interface CallParts extends Pick<CallPorts, 'agents' | 'attend' | 'interactions' | 'sites'> {
  readonly callSeats: CallSeats;
  readonly facts: Pick<Facts, 'passing'>;
  readonly mediaSide: Pick<MediaSide, 'media' | 'noteUnsafeRoom'>;
}

export function openCalls({ callSeats, facts, mediaSide, ...parts }: CallParts): Calls {
  const { media, noteUnsafeRoom } = mediaSide;
  return createCalls({
    ...parts,
    media,
    noteUnsafeRoom,
    seats: callSeats,
    publisher: createCallPublisher(facts),
  });
}
