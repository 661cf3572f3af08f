import type { CallMedium, CallQuality, CallSignal, JoinTicket } from '../../protocol/calls/calls';
import type { ErrorCode } from '../../protocol/shared/errors';
import type { Side } from '../../protocol/schemas/scalars';

/**
 * A call in one page, the same for widget and agent's screen: both draw a `CallView` and act through an `OngoingCall`.
 * Nothing in this folder knows React, or the product's socket.
 */

/** What the product's own socket does for a call. None of these rejects. */
export interface CallLink {
  /** `call:join`; the code where it was refused. */
  join(session: string | null): Promise<JoinTicket | ErrorCode>;
  /** `call:signal`, to whoever is in the call on the other side. */
  signal(session: string, signal: CallSignal): void;
  reportQuality(quality: CallQuality): void;
  /** `call:report-unsafe`: the deployment gave the room to the visitor; the service ends the attempt for both sides. */
  reportUnsafe(): void;
}

/** What the server tells, handed on by whoever owns the socket. */
export type CallNews =
  | { readonly kind: 'connect'; readonly session: string }
  | { readonly kind: 'signalled'; readonly session: string; readonly signal: CallSignal }
  | { readonly kind: 'seats'; readonly visitor: boolean; readonly agent: boolean }
  /** Another tab of this person has the call now. */
  | { readonly kind: 'taken-over' }
  /** The socket is there again after a loss: the seat is to be taken again, without cutting what still runs. */
  | { readonly kind: 'socket-back' };

/**
 * `devices`: the browser asks the person for microphone and camera. `joining`: the ticket and the provider's client.
 * `alone`: this side is in, the other is not, or not at the moment. `connecting`: both are, and nothing is heard yet.
 * `reconnecting`: the network broke and is being mended by itself. `failed`: `problem` says why; `retry` tries again.
 * `left`: over in this page.
 */
export type CallPhase =
  | 'devices'
  | 'joining'
  | 'alone'
  | 'connecting'
  | 'connected'
  | 'reconnecting'
  | 'failed'
  | 'left';

/** Why there is no call, or not all of it [M8]. Each has a text of its own on both sides. */
export type CallProblem =
  | 'device-missing'
  | 'device-refused'
  | 'device-busy'
  /** The host page's Permissions-Policy forbids devices: the call opened in a tab of its own works. */
  | 'policy-forbids'
  /** No HTTPS: the browser gives no devices. */
  | 'insecure-page'
  | 'provider-unreachable'
  /** It came before the settings named this deployment, and its security policy knows none: loaded anew, it will do. */
  | 'page-too-old'
  | 'token-refused'
  /** The deployment did not open the room: it asked whether it may, and was not told so. */
  | 'room-refused'
  /** This side was put out of the room, or the room is no more, and nobody here hung up. */
  | 'room-closed'
  /** The visitor became the room’s moderator, who may put the agent out. */
  | 'room-unsafe'
  | 'network';

export interface DeviceChoice {
  readonly kind: 'audioinput' | 'audiooutput' | 'videoinput';
  readonly deviceId: string;
  readonly label: string;
  readonly isChosen: boolean;
}

export interface CallView {
  readonly phase: CallPhase;
  readonly problem: CallProblem | null;
  /** True where the call goes on without the camera that it should have had: it is missing, refused or busy. */
  readonly isVoiceOnly: boolean;
  readonly medium: CallMedium;
  readonly isMicrophoneOn: boolean;
  readonly isCameraOn: boolean;
  readonly isScreenShared: boolean;
  readonly canShareScreen: boolean;
  readonly canSwitchCamera: boolean;
  /** Empty until the person has granted one: browsers name none before. */
  readonly devices: readonly DeviceChoice[];
  /** Null where a provider draws the pictures itself, inside `surface`. */
  readonly localStream: MediaStream | null;
  readonly remoteStream: MediaStream | null;
  /** The provider's own element, to be put where the pictures belong; null where there are streams instead. */
  readonly surface: HTMLElement | null;
  readonly isOtherSideThere: boolean;
  /** This side's own measure of the last seconds; null until there is one. */
  readonly quality: CallQuality | null;
}

export interface OngoingCall {
  getView(): CallView;
  /** Called after each change of the view; answers how to stop. */
  subscribe(listener: () => void): () => void;
  hear(news: CallNews): void;
  setMicrophone(isOn: boolean): Promise<void>;
  setCamera(isOn: boolean): Promise<void>;
  /** The next camera, as on a phone from front to back. */
  switchCamera(): Promise<void>;
  /** Must be called from a click: the browser asks which screen. */
  setScreenShared(isShared: boolean): Promise<void>;
  chooseDevice(kind: DeviceChoice['kind'], deviceId: string): Promise<void>;
  /** After `failed`. */
  retry(): void;
  /**
   * Gives devices and connections back; the call of the product goes on or not as others decide. `isOver`: they have decided, and it does
   * not.
   */
  leave(isOver: boolean): void;
}

export interface OngoingCallOptions {
  readonly side: Side;
  readonly medium: CallMedium;
  readonly link: CallLink;
  /** BCP 47, for a provider that draws its own words. */
  readonly language: string;
}

/** Takes devices and joins; implemented in `start-call.ts`. */
export type StartCall = (options: OngoingCallOptions) => OngoingCall;
