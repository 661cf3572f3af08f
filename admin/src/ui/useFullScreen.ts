import { useCallback, useEffect, useState } from 'react';

/**
 * Lays the screen over the whole page, and asks the browser for full screen. The page and not the element fills the
 * screen, because menus are elsewhere in the page, and so is a provider's own frame, which must not be moved. Where the
 * browser refuses, the window stays filled.
 */
export function useFullScreen(): readonly [isLarge: boolean, toggle: () => void] {
  const [isLarge, setLarge] = useState(false);
  const leave = useCallback(() => {
    setLarge(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
  }, []);
  useEffect(() => {
    if (!isLarge) return;
    const follow = (): void => {
      if (document.fullscreenElement === null) setLarge(false);
    };
    const onKey = (event: KeyboardEvent): void => {
      // An open menu closes first.
      if (event.key === 'Escape' && !event.defaultPrevented) leave();
    };
    document.addEventListener('fullscreenchange', follow);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      document.removeEventListener('keydown', onKey);
    };
  }, [isLarge, leave]);
  // What is shown may go: a call ends, another page is opened.
  useEffect(() => leave, [leave]);
  function toggle(): void {
    if (isLarge) return leave();
    setLarge(true);
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
  return [isLarge, toggle];
}
