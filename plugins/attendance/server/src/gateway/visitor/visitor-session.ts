import type { InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Page } from '../../../../protocol/wire/visitor-events';
import type { Requester } from '../../application/attending/request-interaction';
import type { ConnectionId } from '../../application/interactions/publisher';
import type { Site } from '../../application/settings/sites';

/** The person behind one socket: nobody until the first request makes them known. */
export interface VisitorSession extends Requester {
  readonly connectionId: ConnectionId;
  /** Site as it was when the socket connected. */
  readonly site: Site;
  visitorId: VisitorId | null;
  /** Token to keep in place of the one presented; null when that one stays. */
  freshToken: string | null;
  /** The page on which the socket connected. */
  readonly page: Page;
  /** Interaction that the widget last showed as live: the snapshot contains its end. */
  readonly displayedInteractionId: InteractionId | null;
  /** Called after each request: whoever lost the connection before it was stored is away from the start [P1]. */
  readonly requested: (id: VisitorId) => Promise<void>;
}
