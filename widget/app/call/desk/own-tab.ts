import type { HostState } from '../../../bridge/messages';
import { linkFrame } from '../../../bridge/page-end';
import { toSaved } from '../../model/saved-state';
import type { Panel } from '../../panel/panel';

/** Whether this is the panel in a tab of its own, where no host page can forbid microphone and camera [M8]. */
export function isOwnTab(): boolean {
  return parent === window;
}

/**
 * Opens this very frame as a page. It has no host: this frame answers it as the host would, by the same seam with the same checks of
 * window, origin and shape.
 */
export function openOwnTab({ store, host }: Panel): void {
  const opened = open(location.href, '_blank');
  if (!opened) return;
  const hostState = (): HostState => ({
    ...host(),
    saved: toSaved(store.getState(), true),
    isOpen: true,
    hasFocus: true,
    isFullScreen: true,
  });
  linkFrame({ contentWindow: opened }, location.origin, hostState, ({ isClosing }) => {
    if (isClosing) opened.close();
  });
}
