/** The unread count before the page's own title [W6]. */
export interface TitleMark {
  /** Shows this count; an empty one takes the mark away. */
  show(count: string): void;
  /** The title as the page itself set it. */
  ownTitle(): string;
}

export function createTitleMark(): TitleMark {
  let mark = '';
  const ownTitle = () =>
    document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title;
  return {
    ownTitle,
    show(count) {
      const own = ownTitle();
      mark = count && `(${count}) `;
      // Written only when it differs: pages watch their titles. One that the page has set anew meanwhile is marked again.
      if (document.title !== mark + own) document.title = mark + own;
    },
  };
}
