import type { CallMedium } from '../../../../plugins/attendance/protocol/calls/calls';
import type { VisitorLineTexts } from '../../../../plugins/attendance/protocol/lines/line-texts';
import type { Receipt } from '../../../../plugins/attendance/chat/receipts';
import type { NoticeCode } from '../../model/state';

/** The texts of the panel in one language. */
export interface Texts {
  readonly launcher: (unread: number) => string;
  readonly greeting: string;
  readonly channel: { readonly chat: string; readonly voice: string; readonly video: string };
  readonly channels: string;
  readonly onlineNow: string;
  readonly offlineNow: string;
  readonly loading: string;
  readonly waiting: string;
  readonly next: string;
  readonly nextAfter: string;
  /** The visitor's place in the queue: the number of people before them and the estimated wait in minutes. */
  readonly queue: (before: number, minutes: number | null) => string;
  readonly waitHint: (seconds: number) => string;
  readonly placeKept: string;
  readonly nobodyHere: string;
  readonly cancel: string;
  readonly message: string;
  readonly send: string;
  readonly emoji: string;
  readonly tooLong: string;
  readonly receipt: Readonly<Record<Receipt | 'sending' | 'failed', string>>;
  readonly you: string;
  readonly says: (name: string) => string;
  readonly typing: (name: string) => string;
  readonly conversation: string;
  readonly older: string;
  readonly newer: string;
  readonly lines: VisitorLineTexts;
  /** The labels of the buttons that raise the chat to a call [M1]. */
  readonly ask: Readonly<Record<CallMedium, string>>;
  readonly end: string;
  readonly endQuestion: string;
  readonly keepTalking: string;
  readonly endedBy: {
    readonly visitor: string;
    readonly agent: (name: string) => string;
    readonly nobody: string;
  };
  readonly protocolNumber: string;
  readonly draftKept: string;
  readonly startAgain: string;
  readonly close: string;
  readonly soundOn: string;
  readonly soundOff: string;
  readonly reconnecting: string;
  readonly agentAway: string;
  readonly leaveMessage: string;
  readonly errorTitle: string;
  readonly errorText: string;
  readonly retry: string;
  readonly notice: Readonly<Record<NoticeCode, string>>;
}
