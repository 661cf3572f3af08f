import type { MediaFinding } from '../../../protocol/calls/media-settings';

export interface OutboundRequest {
  /** https only. */
  readonly url: string;
  /** A text is sent by POST, as `contentType`. */
  readonly body?: { readonly text: string; readonly contentType: string };
}

/** Reasons for no response. A redirection is one: its target was not checked. */
export type OutboundFault = Extract<
  MediaFinding,
  'unreachable' | 'timed-out' | 'certificate' | 'private-address' | 'redirected' | 'bad-answer'
>;

export type OutboundAnswer =
  | { readonly ok: true; readonly status: number; readonly body: string }
  | { readonly ok: false; readonly fault: OutboundFault };

/** Client for every address that an admin typed: requests go to checked addresses only, capped in time and size. */
export interface Outbound {
  request(request: OutboundRequest): Promise<OutboundAnswer>;
}
