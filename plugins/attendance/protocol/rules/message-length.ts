import { CHAT_LIMITS } from '../shared/chat-limits';
import { countCodePoints, isVisibleText } from '../shared/text/plain-text';

/** Length from which the composer shows the count. */
const NEAR = CHAT_LIMITS.messageCodePoints * 0.9;

export interface MessageLength {
  readonly count: number;
  readonly isNear: boolean;
  readonly isOver: boolean;
  readonly isSendable: boolean;
}

/** Measures a text and returns whether it may be sent [C1]: visible, and not too long. */
export function measureMessage(text: string): MessageLength {
  const count = countCodePoints(text);
  const isOver = count > CHAT_LIMITS.messageCodePoints;
  return { count, isNear: count > NEAR, isOver, isSendable: !isOver && isVisibleText(text) };
}
