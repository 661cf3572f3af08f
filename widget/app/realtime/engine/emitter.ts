/**
 * Stands in for @socket.io/component-emitter in the bundle (see build.mjs), with just what socket.io-client's manager and socket, and
 * our own engine, ask of it.
 */
export class Emitter<Events extends Record<keyof Events, (...told: never[]) => void>> {
  readonly #listeners = new Map<keyof Events, readonly Events[keyof Events][]>();

  on<Name extends keyof Events>(name: Name, listener: Events[Name]): this {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    return this;
  }

  off<Name extends keyof Events>(name: Name, listener: Events[Name]): this {
    this.#listeners.set(
      name,
      (this.#listeners.get(name) ?? []).filter((each) => each !== listener),
    );
    return this;
  }

  emit<Name extends keyof Events>(name: Name, ...told: Parameters<Events[Name]>): this {
    return this.emitReserved(name, ...told);
  }

  /** What `emit` does, under a name that socket.io-client's socket, whose `emit` sends, leaves as it is. */
  emitReserved<Name extends keyof Events>(name: Name, ...told: Parameters<Events[Name]>): this {
    this.#listeners.get(name)?.forEach((listener) => listener.apply(this, told));
    return this;
  }
}
