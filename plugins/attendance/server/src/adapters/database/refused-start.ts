/** Error that refuses a start: its message is for the log's reader, and it has no stack. */
export class RefusedStart extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'RefusedStart';
    this.stack = sentence;
  }
}
