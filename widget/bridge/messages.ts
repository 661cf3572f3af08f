import type { SiteConfig } from '../../plugins/attendance/protocol/rest';

/** A message the visitor wrote that no acknowledgement has come for yet. */
export interface UnsentMessage {
  readonly interactionId: number;
  readonly clientMessageId: string;
  readonly body: string;
}

/**
 * What outlives the page, kept by the loader in the site's own storage as one JSON text. It exists only once there has been a
 * token, so nothing is stored before the visitor has opened the panel and started [W5].
 */
export interface SavedState {
  /** The resume token: opaque, and never in a URL. Null after the server has forgotten the visitor. */
  readonly token: string | null;
  /** Whether an interaction is to be resumed, that is, whether the next page loads the frame at once. */
  readonly isLive: boolean;
  readonly isOpen: boolean;
  readonly isMuted: boolean;
  readonly draft: string;
  readonly outbox: readonly UnsentMessage[];
}

/** What the site's snippet asks for, as its data attributes say it. */
export interface SnippetWishes {
  readonly locale?: string | undefined;
  readonly department?: string | undefined;
}

/**
 * All that the page ever tells the frame: everything it knows, at first and after every change. The frame looks for what differs;
 * so there is no order of messages to get wrong, and the loader stays small.
 */
export interface HostState {
  readonly config: SiteConfig;
  readonly wishes: SnippetWishes;
  /** Read anew each time: another tab of the site may have written it. */
  readonly saved: SavedState | null;
  readonly isOpen: boolean;
  readonly isFullScreen: boolean;
  readonly url: string;
  /** With the unread count before it, as the loader shows it. */
  readonly title: string;
  readonly referrer: string;
}

/** All that the frame ever tells the page: as much, and as often. */
export interface PanelState {
  /** What is to outlive the page; undefined while there is nothing [W5]. */
  readonly saved: SavedState | undefined;
  /** The unread count as it is shown; empty when there is none. */
  readonly badge: string;
  /** The launcher's accessible name: the frame has all the texts, the loader only the first. */
  readonly name: string;
  /** The visitor wants the panel closed. */
  readonly isClosing: boolean;
}
