import type { visitorCommands } from '../../../../protocol/wire/visitor-events';
import type { SeenPresences } from '../../application/attending/agent-absence';
import type { RequestInteraction } from '../../application/attending/request-interaction';
import { latestMessages } from '../../application/messages/list-messages';
import type { MessageReader } from '../../application/messages/ports';
import type { QueueBoard } from '../../application/attending/queue-board';
import { knownOf } from '../../application/visitors/ports';
import { toVisitorInteraction } from '../../presenters/interaction';
import { toVisitorPage } from '../../presenters/message';
import type { AddressLimits } from '../limits/address-limits';
import { refusal, tooOften, type Handlers } from '../connection/answer';
import type { ReadingBudget } from '../limits/reading-budget';
import type { VisitorSession } from './visitor-session';

export interface RequestPorts {
  readonly requestInteraction: RequestInteraction;
  readonly messages: MessageReader;
  readonly queueBoard: QueueBoard;
  readonly presenceOf: SeenPresences['presenceOf'];
  readonly readingBudget: ReadingBudget;
  /** Resolves to the milliseconds that this address must wait before the act is served; 0 serves it. */
  readonly addressDelay: AddressLimits['take'];
}

/** Starts the interaction, or gives the live one back, with what is in it; one request of a connection after the other. */
export function createRequestHandler(
  ports: RequestPorts,
  session: VisitorSession,
): Handlers<typeof visitorCommands>['interaction:request'] {
  const { messages, presenceOf, queueBoard, readingBudget } = ports;
  return oneAtATime(async (request) => {
    const delay = await ports.addressDelay('request', session.address);
    if (delay > 0) return tooOften(delay);
    const outcome = await ports.requestInteraction(session, request);
    if (!outcome.ok) return refusal(outcome.code, outcome.reason);
    const { stored, token } = outcome.data;
    const { id, status, visitorId } = stored.interaction;
    await session.requested(visitorId);
    if (status === 'waiting') await queueBoard.refresh();
    const transcript = await latestMessages(messages, id);
    readingBudget.charge({ visitorId, address: session.address }, transcript.bytes, false);
    return {
      ok: true,
      data: {
        token,
        interaction: toVisitorInteraction(stored, queueBoard.placeOf(id), presenceOf),
        messages: toVisitorPage(transcript).messages,
        known: knownOf(stored.visitor),
        visitorEmail: stored.visitor.email,
      },
    };
  });
}

function oneAtATime<Payload, Result>(
  run: (payload: Payload) => Promise<Result>,
): (payload: Payload) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (payload) => {
    const next = last.then(() => run(payload));
    last = next.catch(() => undefined);
    return next;
  };
}
