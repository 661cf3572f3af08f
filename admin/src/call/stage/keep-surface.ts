import { GOODBYE_WITHIN_MS } from '../../../../plugins/attendance/media/carrier/carrier';

const HIDDEN =
  'position:fixed;left:0;top:0;width:1px;height:1px;overflow:hidden;opacity:0;pointer-events:none';

/**
 * Wait before the frame is removed, in ms. A frame that leaves the document says no goodbye: by then its provider has
 * taken it away, or never will.
 */
const GONE_AFTER_MS = 2 * GOODBYE_WITHIN_MS;

let host: HTMLElement | null = null;

/**
 * Keeps a provider's own element in one place of the document for as long as the call lasts: a frame that moves within a page loads
 * anew, and would leave the call. Returns the function that removes it: out of sight at once, and out of the document once it has
 * said goodbye to its room.
 */
export function keepSurface(surface: HTMLElement): () => void {
  const own = document.createElement('div');
  own.style.cssText = HIDDEN;
  own.append(surface);
  document.body.append(own);
  host = own;
  return () => {
    own.style.cssText = HIDDEN;
    if (host === own) host = null;
    setTimeout(() => own.remove(), GONE_AFTER_MS);
  };
}

/**
 * Lays the kept element over a place on screen, on the given layer, and follows it; returns the function that hides it
 * again.
 */
export function showSurfaceOver(place: HTMLElement, layer: number): () => void {
  let frame = 0;
  const follow = (): void => {
    const { height, left, top, width } = place.getBoundingClientRect();
    if (host !== null)
      host.style.cssText = `position:fixed;z-index:${layer};left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
    frame = requestAnimationFrame(follow);
  };
  follow();
  return () => {
    cancelAnimationFrame(frame);
    if (host !== null) host.style.cssText = HIDDEN;
  };
}
