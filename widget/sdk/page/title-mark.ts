/** The unread count before the page's own title [W6]. */
export interface TitleMark {
  /** Shows this count; an empty one takes the mark away. Called again and again, for the page may set its title at any moment. */
  show(count: string): void;
  /** The title as the page itself set it. */
  ownTitle(): string;
}

/** More titles than a page that blinks has; what changes with each second is not remembered for ever. */
const REMEMBERED = 40;

export function createTitleMark(): TitleMark {
  /** Every title that we have written lately, and what the page's own was: a page may take ours for its own, and put it back later. */
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
        // The longest lived are the likeliest to come again: what is written anew is the youngest.
        written.delete(shown);
        written.set(shown, own);
        const [oldest] = written.keys();
        if (written.size > REMEMBERED && oldest !== undefined) written.delete(oldest);
      }
      // Written only when it differs: pages watch their titles.
      if (document.title !== shown) document.title = shown;
    },
  };
}
