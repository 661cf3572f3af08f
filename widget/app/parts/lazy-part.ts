/** A part of the panel that is fetched when it is first needed. */
export interface LazyPart<Part, Given = unknown> {
  /** One for the whole page, whoever asks; a fetch that failed is forgotten, and whoever asks next fetches anew. */
  open(this: void, given: Given): Promise<Part>;
  /** Once it is here: without waiting, so that nothing on the screen moves. */
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
