import type { HostState } from '../../../bridge/messages';
import { linkFrame } from '../../../bridge/page-end';
import { toSaved } from '../../model/saved-state';
import type { Panel } from '../../panel/panel';

/** Returns whether this panel is in a tab of its own, where no host page can forbid microphone and camera [M8]. */
export function isOwnTab(): boolean {
  return parent === window;
}

/**
 * Opens this very frame as a page in a tab of its own. That page has no host: this frame takes the host's place, through the same
 * seam with the same checks of window, origin and shape.
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
