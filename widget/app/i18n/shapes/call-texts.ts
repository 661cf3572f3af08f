import type { CallProblem } from '../../../../plugins/attendance/media/call/ongoing-call';
import type { CallMedium } from '../../../../plugins/attendance/protocol/calls/calls';

/** The texts of calls in one language. */
export interface CallTexts {
  readonly call: string;
  readonly calling: string;
  readonly asking: string;
  readonly cancel: string;
  readonly invites: Readonly<Record<CallMedium, (name: string) => string>>;
  readonly secondsLeft: (seconds: number) => string;
  readonly accept: string;
  readonly decline: string;
  /** The request for devices, shown before and while the browser asks for permission. */
  readonly needs: Readonly<Record<CallMedium, string>>;
  readonly connecting: string;
  readonly inCall: string;
  readonly agentComing: string;
  readonly agentGone: string;
  readonly reconnecting: string;
  readonly microphoneOn: string;
  readonly microphoneOff: string;
  readonly cameraOn: string;
  readonly cameraOff: string;
  readonly switchCamera: string;
  readonly enlarge: string;
  readonly shrink: string;
  readonly hangUp: string;
  readonly listen: string;
  readonly ownPicture: string;
  readonly voiceOnly: string;
  readonly noCall: string;
  readonly problem: Readonly<Record<CallProblem, string>>;
  readonly reload: string;
  readonly retry: string;
  readonly goOnByChat: string;
  readonly ownTab: string;
  readonly elsewhere: string;
  readonly bring: string;
}
