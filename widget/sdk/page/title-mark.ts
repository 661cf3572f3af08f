/** The unread count before the page's own title [W6]. */
export interface TitleMark {
  /** Shows this count; an empty one removes the mark. Called again and again, for the page may set its title at any moment. */
  show(count: string): void;
  /** Returns the title as the page itself set it. */
  ownTitle(): string;
}

/** The number of remembered titles: more than a page that blinks has, but bounded, for some titles change with each second. */
const REMEMBERED = 40;

export function createTitleMark(): TitleMark {
  /** Maps each title that we wrote lately to the page's own: a page may take ours for its own, and put it back later. */
  const written = new Map<string, string>();

  function ownTitle(): string {
    let own = document.title;
    for (const [marked, before] of written) own = own.replace(marked, () => before);
    return own;
  }

  return {
    ownTitle,
    show(count) {
      const own = ownTitle();
      const shown = count && own ? `(${count}) ${own}` : own;
      if (shown !== own) {
        // Titles that lasted longest are the likeliest to come again, so a title that is written anew becomes the newest entry.
        written.delete(shown);
        written.set(shown, own);
        const [oldest] = written.keys();
        if (written.size > REMEMBERED && oldest !== undefined) written.delete(oldest);
      }
      // The title is written only when it differs: pages observe their titles.
      if (document.title !== shown) document.title = shown;
    },
  };
}
