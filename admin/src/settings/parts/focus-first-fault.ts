/** Goes to the first place at which something is wrong, once it is drawn: it may have to be opened first. Answers how to call it off. */
export function focusFirstFault(): () => void {
  const frame = requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus(),
  );
  return () => cancelAnimationFrame(frame);
}
