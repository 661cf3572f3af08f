import { createCalls, type CallPorts, type Calls } from '../../application/calls/calls';
import type { CallSeats } from '../../application/calls/call-seats';
import type { Facts } from '../../gateway/connection/facts';
import { createCallPublisher } from '../../gateway/publish/publish-calls';
import type { MediaSide } from '../settings/media';

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
