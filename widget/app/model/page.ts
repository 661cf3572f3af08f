import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import type { Page } from '../../../plugins/attendance/protocol/wire/visitor-events';
import type { HostState } from '../../bridge/messages';

/** The host's page within the protocol's bounds: whatever a page calls itself, it must not keep its visitor from being heard. */
export function toPage({ url, title, referrer }: Pick<HostState, 'url' | 'title' | 'referrer'>): Page {
  return {
    url: url.slice(0, CHAT_LIMITS.urlLength),
    title: [...title].slice(0, CHAT_LIMITS.titleCodePoints).join(''),
    referrer: /^https?:/.test(referrer) ? referrer.slice(0, CHAT_LIMITS.urlLength) : '',
  };
}
