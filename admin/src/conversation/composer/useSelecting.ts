import { useLayoutEffect, useState } from 'react';

/** Returns a function that selects a range of the text, once the change that comes with it has been rendered. */
export function useSelecting(
  input: { readonly current: HTMLTextAreaElement | null },
  text: string,
): (from: number, to: number) => void {
  const [wanted, setWanted] = useState<readonly [from: number, to: number] | null>(null);
  useLayoutEffect(() => {
    if (wanted === null) return;
    input.current?.focus();
    input.current?.setSelectionRange(...wanted);
    setWanted(null);
  }, [input, text, wanted]);
  return (from, to) => setWanted([from, to]);
}
