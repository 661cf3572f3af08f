/** A change that some parts make and others have to follow. */
export interface Signal {
  /** Has `follow` awaited with each change from now on, after those that subscribed before it. */
  subscribe(follow: () => Promise<unknown>): void;
  /** Resolves once everybody has followed: whoever made the change is answered then. */
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

/** What admins change and what runs follows; made before either. */
export interface SettingsSignals {
  /** Open or closed may be another answer now [R13]. */
  readonly hours: Signal;
  /** Who may be given something may be others now [R9]. */
  readonly members: Signal;
  /** Somebody may upload something else now [C6]. */
  readonly uploadRules: Signal;
}

export function createSettingsSignals(): SettingsSignals {
  return { hours: createSignal(), members: createSignal(), uploadRules: createSignal() };
}
