import { useLayoutEffect, useState } from 'react';

/** Selects a stretch of the text, once a change of it that comes with this has been drawn. */
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
