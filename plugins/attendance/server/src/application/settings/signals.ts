/** A change that some parts make and others have to follow. */
export interface Signal {
  /** Has `follow` awaited with each change from now on, after those that subscribed before it. */
  subscribe(follow: () => Promise<unknown>): void;
  /** Resolves once every subscriber has finished; only then is the change acknowledged. */
  notify(this: void): Promise<void>;
}

export function createSignal(): Signal {
  const followers: (() => Promise<unknown>)[] = [];
  return {
    subscribe: (follow) => void followers.push(follow),
    notify: async () => {
      for (const follow of followers) await follow();
    },
  };
}

/** Signals from what admins change to what runs; created before either. */
export interface SettingsSignals {
  /** Business hours changed, so that it may be open or closed now [R13]. */
  readonly hours: Signal;
  /** Members of a department changed: routing must run again [R9]. */
  readonly members: Signal;
  /** Upload rules changed [C6]. */
  readonly uploadRules: Signal;
}

export function createSettingsSignals(): SettingsSignals {
  return { hours: createSignal(), members: createSignal(), uploadRules: createSignal() };
}
