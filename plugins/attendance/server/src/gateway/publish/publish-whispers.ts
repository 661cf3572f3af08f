import type { WhisperPublisher } from '../../application/supervision/supervise';
import type { Facts } from '../connection/facts';

/** Creates the publisher of whispers, to the agent who is spoken to and to those who follow; no visitor receives anything of it [R17]. */
export function createWhisperPublisher({ passing, toFollowers }: Facts): WhisperPublisher {
  return {
    whispered: (note, heardBy, from) => {
      passing.toAgent(heardBy, 'note:written', { note });
      toFollowers(note.interactionId, 'supervision:note-written', { note }, from);
    },
  };
}
