import type { Attachment } from '../../plugins/attendance/protocol/attachments/attachments';

/** The frame's first word to the page; with it comes the port that all else goes through. */
export const HELLO = 'atende';

/** A message the visitor wrote that no acknowledgement has come for yet. */
export interface UnsentMessage {
  readonly interactionId: number;
  readonly clientMessageId: string;
  readonly body: string;
  /** Absent where there are none. */
  readonly attachments?: readonly Attachment[];
}

/**
 * What outlives the page, kept in the site's own storage as one JSON text. It exists only once the visitor has opened the panel and
 * started [W5].
 */
export interface SavedState {
  /** The resume token: opaque, and never in a URL. Null after the server has forgotten the visitor. */
  readonly token: string | null;
  /** Made with the first start, before there is a token, and shared by all tabs of the site: they start as one visitor [P3]. */
  readonly startKey: string | null;
  /** The interaction to be resumed; with one, the next page loads the frame at once. */
  readonly interactionId: number | null;
  readonly isOpen: boolean;
  readonly isMuted: boolean;
  readonly draft: string;
  readonly outbox: readonly UnsentMessage[];
  /** Uploaded for the next message; null where something was on its way, which the page takes with it [C6]. */
  readonly attached: readonly Attachment[] | null;
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
  readonly siteKey: string;
  readonly wishes: SnippetWishes;
  /** A `SavedState`, if anything: read anew each time from a storage that every script of the site may write. */
  readonly saved: unknown;
  readonly isOpen: boolean;
  /** Whether the page has its focus in the frame, as after a click on the launcher; a page that resumes keeps it elsewhere. */
  readonly hasFocus: boolean;
  readonly isFullScreen: boolean;
  readonly url: string;
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
  /** Of the site's settings as the frame shows them: a page that holds others draws its launcher anew. */
  readonly siteVersion: number;
  /** Whether an interaction goes on, as the server has told. */
  readonly isLive: boolean;
  /** The visitor wants the panel closed. */
  readonly isClosing: boolean;
}
