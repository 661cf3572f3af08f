/** A start that is refused: whoever reads the log needs the sentence, and not where in the code it was said. */
export class RefusedStart extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'RefusedStart';
    this.stack = sentence;
  }
}
