import type { MediaFinding } from '../../../protocol/calls/media-settings';

export interface OutboundRequest {
  /** https only. */
  readonly url: string;
  /** A text is sent by POST, as `contentType`. */
  readonly body?: { readonly text: string; readonly contentType: string };
}

/** Why there is no answer. A redirection is none: where it leads was not checked. */
export type OutboundFault = Extract<
  MediaFinding,
  'unreachable' | 'timed-out' | 'certificate' | 'private-address' | 'redirected' | 'bad-answer'
>;

export type OutboundAnswer =
  | { readonly ok: true; readonly status: number; readonly body: string }
  | { readonly ok: false; readonly fault: OutboundFault };

/** The one way to an address that an admin typed: checked addresses only, and capped in time and size. */
export interface Outbound {
  request(request: OutboundRequest): Promise<OutboundAnswer>;
}
