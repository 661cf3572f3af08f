import type { Attachment } from '../../plugins/attendance/protocol/attachments/attachments';

/** The frame's first message to the page; it carries the port through which all others go. */
export const HELLO = 'atende';

/** A message of the visitor's that has not been acknowledged yet. */
export interface UnsentMessage {
  readonly interactionId: number;
  readonly clientMessageId: string;
  readonly body: string;
  /** The message's attachments; absent where there are none. */
  readonly attachments?: readonly Attachment[];
}

/**
 * The state that outlives the page, kept in the site's own storage as one JSON text. It exists only once the visitor has opened
 * the panel and started [W5].
 */
export interface SavedState {
  /** The resume token: opaque, and never in a URL. Null after the server has forgotten the visitor. */
  readonly token: string | null;
  /** The key made by the first start, before there is a token; all tabs of the site share it to start as one visitor [P3]. */
  readonly startKey: string | null;
  /** The id of the interaction to resume; with one, the next page loads the frame at once. */
  readonly interactionId: number | null;
  readonly isOpen: boolean;
  readonly isMuted: boolean;
  readonly draft: string;
  readonly outbox: readonly UnsentMessage[];
  /** The files uploaded for the next message; null where an upload was pending, which is lost with the page [C6]. */
  readonly attached: readonly Attachment[] | null;
}

/** The wishes in the data attributes of the site's snippet. */
export interface SnippetWishes {
  readonly locale?: string | undefined;
  readonly department?: string | undefined;
}

/**
 * The page's only message to the frame: its whole state, at first and after every change. The frame compares it with the one
 * before; so there is no order of messages to get wrong, and the loader stays small.
 */
export interface HostState {
  readonly siteKey: string;
  readonly wishes: SnippetWishes;
  /** A `SavedState` to validate, if any: read anew each time from a storage that every script of the site may write. */
  readonly saved: unknown;
  readonly isOpen: boolean;
  /** Whether the page's focus is in the frame, as after a click on the launcher; a page that resumes keeps it elsewhere. */
  readonly hasFocus: boolean;
  readonly isFullScreen: boolean;
  readonly url: string;
  readonly title: string;
  readonly referrer: string;
}

/** The frame's only message to the page: its whole state, at first and after every change. */
export interface PanelState {
  /** The state to keep beyond the page; undefined while there is nothing to keep [W5]. */
  readonly saved: SavedState | undefined;
  /** The unread count as displayed; empty when there is none. */
  readonly badge: string;
  /** The launcher's accessible name, sent by the frame because it has all the texts, and the loader only the first. */
  readonly name: string;
  /** The version of the site's settings that the frame shows: a page that holds an older one draws its launcher anew. */
  readonly siteVersion: number;
  /** Whether the server has reported a live interaction. */
  readonly isLive: boolean;
  /** Whether the visitor wants the panel closed. */
  readonly isClosing: boolean;
}
