/**
 * An emitter that stands in for @socket.io/component-emitter in the bundle (see build.mjs). It has only what socket.io-client's
 * manager and socket, and our own engine, use of it.
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

  /** Emits as `emit` does, under a name that socket.io-client's socket does not override: its own `emit` sends. */
  emitReserved<Name extends keyof Events>(name: Name, ...told: Parameters<Events[Name]>): this {
    this.#listeners.get(name)?.forEach((listener) => listener.apply(this, told));
    return this;
  }
}
