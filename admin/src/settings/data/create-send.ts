import type { Outcome, Request } from '../../strapi/create-request';
import { forgetShared } from './shared';

/** Creates what sends the settings' requests; every change makes the shared responses stale. */
export function createSend(request: Request): Request {
  return async <Data>(...sent: Parameters<Request>): Promise<Outcome<Data>> => {
    const outcome = await request<Data>(...sent);
    // Also where it was refused, or its answer was lost: what is shared may be another by now.
    if (sent[0] !== 'get') forgetShared();
    return outcome;
  };
}
