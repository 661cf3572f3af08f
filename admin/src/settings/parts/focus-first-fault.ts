/**
 * Moves the focus to the first fault once it is rendered: its place may have to be opened first. Returns the function that cancels it.
 */
export function focusFirstFault(): () => void {
  const frame = requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus(),
  );
  return () => cancelAnimationFrame(frame);
}
