import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import type { Page } from '../../../plugins/attendance/protocol/wire/visitor-events';
import type { HostState } from '../../bridge/messages';

/** Returns the host's page cut to the protocol's bounds: no title or address may keep its visitor from being served. */
export function toPage({ url, title, referrer }: Pick<HostState, 'url' | 'title' | 'referrer'>): Page {
  return {
    url: url.slice(0, CHAT_LIMITS.urlLength),
    title: [...title].slice(0, CHAT_LIMITS.titleCodePoints).join(''),
    referrer: /^https?:/.test(referrer) ? referrer.slice(0, CHAT_LIMITS.urlLength) : '',
  };
}
