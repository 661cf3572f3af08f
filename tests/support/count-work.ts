type Method = (this: string, ...given: unknown[]) => unknown;

/** Counts of the characters that a method reads, where that is not the whole text. */
const LOOKS: Readonly<Record<string, (text: string, given: readonly unknown[], answer: unknown) => number>> =
  {
    at: () => 1,
    charAt: () => 1,
    charCodeAt: () => 1,
    codePointAt: () => 1,
    slice: (_text, _given, answer) => String(answer).length,
    substring: (_text, _given, answer) => String(answer).length,
    startsWith: (_text, [piece]) => String(piece).length,
    endsWith: (_text, [piece]) => String(piece).length,
    indexOf: (text, [, from], answer) => (answer === -1 ? text.length : Number(answer)) - Number(from ?? 0),
    // Marks on one letter are sorted, which takes the square of how many they are.
    normalize: (text) =>
      [...text.matchAll(/\p{M}+/gu)].reduce((sum, [marks]) => sum + marks.length ** 2, text.length),
  };

/**
 * Returns the number of characters that a function reads through the methods of texts: the same on every machine, where a
 * time is not.
 */
export function countWork(act: () => void): number {
  const prototype = String.prototype as unknown as Record<string, Method>;
  const names = Object.getOwnPropertyNames(prototype).filter(
    (name) => name !== 'constructor' && typeof prototype[name] === 'function',
  );
  const own = new Map(names.map((name) => [name, prototype[name] as Method]));
  const calls: (readonly [name: string, text: string, given: readonly unknown[], answer: unknown])[] = [];
  for (const [name, method] of own)
    prototype[name] = function (...given) {
      const answer = method.apply(this, given);
      calls.push([name, String(this), given, answer]);
      return answer;
    };
  try {
    act();
  } finally {
    for (const [name, method] of own) prototype[name] = method;
  }
  return calls.reduce(
    (sum, [name, text, given, answer]) => sum + 1 + (LOOKS[name]?.(text, given, answer) ?? text.length),
    0,
  );
}
