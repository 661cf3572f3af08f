/** So many files of one person are taken in at once, and so many bytes of everybody: they pass through memory. */
const OF_PERSON = 3;
const BYTES_OF_ALL = 128 * 1_024 * 1_024;

export interface UploadGate {
  /** Answers how to leave again, or null while there is no room. */
  enter(person: string, bytes: number): (() => void) | null;
}

export function createUploadGate(bytesOfAll = BYTES_OF_ALL): UploadGate {
  const inside = new Map<string, number>();
  let taken = 0;
  return {
    enter: (person, bytes) => {
      const others = inside.get(person) ?? 0;
      if (others >= OF_PERSON || taken + bytes > bytesOfAll) return null;
      inside.set(person, others + 1);
      taken += bytes;
      let isInside = true;
      return () => {
        if (!isInside) return;
        isInside = false;
        taken -= bytes;
        const left = (inside.get(person) ?? 1) - 1;
        if (left > 0) inside.set(person, left);
        else inside.delete(person);
      };
    },
  };
}
