/** A part of the panel that is fetched when it is first needed. */
export interface LazyPart<Part, Given = unknown> {
  /** Fetches and opens the part, once for the page. Rejects when the fetch fails; the next call then fetches anew. */
  open(this: void, given: Given): Promise<Part>;
  /** Returns the part if it is here already: without waiting, so that nothing on the screen moves. */
  held(this: void): Part | undefined;
}

export function lazyPart<Part, Given = unknown>(
  load: (given: Given) => Promise<Part>,
): LazyPart<Part, Given> {
  let opening: Promise<Part> | undefined;
  let held: Part | undefined;
  return {
    held: () => held,
    open: (given) =>
      (opening ??= load(given).then(
        (part) => (held = part),
        (fault: unknown) => {
          opening = undefined;
          throw fault;
        },
      )),
  };
}
