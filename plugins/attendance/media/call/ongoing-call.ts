import type { CallMedium, CallQuality, CallSignal, JoinTicket } from '../../protocol/calls/calls';
import type { ErrorCode } from '../../protocol/shared/errors';
import type { Side } from '../../protocol/schemas/scalars';

/**
 * A call in one page, the same for widget and agent's screen: both draw a `CallView` and act through an `OngoingCall`.
 * Nothing in this folder knows React, or the product's socket.
 */

/** A call's commands over the product's own socket. None of these rejects. */
export interface CallLink {
  /** Sends `call:join`; resolves with the ticket, or with the code of the refusal. */
  join(session: string | null): Promise<JoinTicket | ErrorCode>;
  /** Sends `call:signal` to the other side's page in the call. */
  signal(session: string, signal: CallSignal): void;
  reportQuality(quality: CallQuality): void;
  /**
   * Sends `call:report-unsafe`: the deployment gave the room to the visitor; the service ends the attempt for both
   * sides.
   */
  reportUnsafe(): void;
}

/** A fact of the server about a call, passed on by the owner of the socket. */
export type CallNews =
  | { readonly kind: 'connect'; readonly session: string }
  | { readonly kind: 'signalled'; readonly session: string; readonly signal: CallSignal }
  | { readonly kind: 'seats'; readonly visitor: boolean; readonly agent: boolean }
  /** Another tab of this person has taken the call. */
  | { readonly kind: 'taken-over' }
  /** The socket is connected again after a loss: the seat must be taken again, without cutting what still runs. */
  | { readonly kind: 'socket-back' };

/**
 * Phase of a call. `devices`: the browser asks the person for microphone and camera. `joining`: the ticket and the
 * provider's client. `alone`: this side is in, the other is not, or not at the moment. `connecting`: both are, and
 * nothing is heard yet. `reconnecting`: the network broke and is being mended by itself. `failed`: `problem` gives the
 * reason; `retry` tries again. `left`: over in this page.
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

/** Reason why there is no call, or not all of it [M8]. Each has a text of its own on both sides. */
export type CallProblem =
  | 'device-missing'
  | 'device-refused'
  | 'device-busy'
  /** The host page's Permissions-Policy forbids devices: the call opened in a tab of its own works. */
  | 'policy-forbids'
  /** The page is without HTTPS: the browser gives no devices. */
  | 'insecure-page'
  | 'provider-unreachable'
  /**
   * The page was loaded before the settings named this deployment, and its security policy lacks it: a reload mends it.
   */
  | 'page-too-old'
  | 'token-refused'
  /** The deployment did not open the room: it asked for permission and got none. */
  | 'room-refused'
  /** This side was removed from the room, or the room was closed, and nobody here hung up. */
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
  /** Whether the call goes on without the camera that it should have had: it is missing, refused or busy. */
  readonly isVoiceOnly: boolean;
  readonly medium: CallMedium;
  readonly isMicrophoneOn: boolean;
  readonly isCameraOn: boolean;
  readonly isScreenShared: boolean;
  readonly canShareScreen: boolean;
  readonly canSwitchCamera: boolean;
  /** Devices to choose from; empty until one was granted: browsers name none before. */
  readonly devices: readonly DeviceChoice[];
  /** Stream of this side; null where a provider draws the pictures itself, inside `surface`. */
  readonly localStream: MediaStream | null;
  readonly remoteStream: MediaStream | null;
  /** The provider's own element, to be mounted where the pictures belong; null where there are streams instead. */
  readonly surface: HTMLElement | null;
  readonly isOtherSideThere: boolean;
  /** This side's own measure of the last seconds; null until there is one. */
  readonly quality: CallQuality | null;
}

export interface OngoingCall {
  getView(): CallView;
  /** Calls the listener after each change of the view; returns the function that unsubscribes it. */
  subscribe(listener: () => void): () => void;
  hear(news: CallNews): void;
  setMicrophone(isOn: boolean): Promise<void>;
  setCamera(isOn: boolean): Promise<void>;
  /** Switches to the next camera, as on a phone from front to back. */
  switchCamera(): Promise<void>;
  /** Shares the screen or ends it; must be called from a click, for the browser asks which screen. */
  setScreenShared(isShared: boolean): Promise<void>;
  chooseDevice(kind: DeviceChoice['kind'], deviceId: string): Promise<void>;
  /** Tries again after `failed`. */
  retry(): void;
  /**
   * Releases devices and connections; the product's call goes on or not as others decide. `isOver`: they have decided,
   * and it does not.
   */
  leave(isOver: boolean): void;
}

export interface OngoingCallOptions {
  readonly side: Side;
  readonly medium: CallMedium;
  readonly link: CallLink;
  /** Language as BCP 47, for a provider that renders its own texts. */
  readonly language: string;
}

/** Takes devices and joins; implemented in `start-call.ts`. */
export type StartCall = (options: OngoingCallOptions) => OngoingCall;
