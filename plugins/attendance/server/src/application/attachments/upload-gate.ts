/** Files of one person, and bytes of everybody, that are taken in at once: they pass through memory. */
const OF_PERSON = 3;
const BYTES_OF_ALL = 128 * 1_024 * 1_024;
/** Share of these bytes for one address: a quarter, so that others find room beside it. */
const SHARE_OF_ADDRESS = 1 / 4;

export interface UploadGate {
  /** `address`: where they come from; null where it is known who they are, and their office shares one. Answers how to leave again, or null while there is no room. */
  enter(person: string, address: string | null, bytes: number): (() => void) | null;
}

export interface UploadGateOptions {
  readonly bytesOfAll?: number;
  /** Multiplies what one address may do; 0 lifts it. */
  readonly addressFactor?: number;
}

/** Creates sums by name; a name whose sum is 0 is not kept. */
function createTally() {
  const held = new Map<string, number>();
  const add = (name: string, amount: number): void => {
    const sum = (held.get(name) ?? 0) + amount;
    if (sum > 0) held.set(name, sum);
    else held.delete(name);
  };
  return { of: (name: string): number => held.get(name) ?? 0, add };
}

export function createUploadGate({
  addressFactor = 1,
  bytesOfAll = BYTES_OF_ALL,
}: UploadGateOptions = {}): UploadGate {
  const files = createTally();
  const bytesOf = createTally();
  const share = addressFactor === 0 ? bytesOfAll : bytesOfAll * SHARE_OF_ADDRESS * addressFactor;
  let taken = 0;
  const hold = (person: string, address: string | null, bytes: number, sign: 1 | -1): void => {
    taken += sign * bytes;
    files.add(person, sign);
    if (address !== null) bytesOf.add(address, sign * bytes);
  };
  return {
    enter: (person, address, bytes) => {
      if (files.of(person) >= OF_PERSON || taken + bytes > bytesOfAll) return null;
      // The first one of an address comes in whatever its size.
      const before = address === null ? 0 : bytesOf.of(address);
      if (before > 0 && before + bytes > share) return null;
      hold(person, address, bytes, 1);
      let isInside = true;
      return () => {
        if (isInside) hold(person, address, bytes, -1);
        isInside = false;
      };
    },
  };
}
