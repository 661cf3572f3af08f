import type { HostState, PanelState } from './messages';

/**
 * The page's end of the seam: source, exact origin, shape (it brings a port), then the act. A frame that loads anew brings a fresh
 * port; before the first, telling is needless, for everything is told when a port comes.
 */
export function linkFrame(
  frame: HTMLIFrameElement,
  frameOrigin: string,
  hostState: () => HostState,
  act: (panel: PanelState) => void,
): () => void {
  let port: MessagePort | undefined;
  const tell = () => port?.postMessage(hostState());
  addEventListener('message', ({ source, origin, ports }) => {
    if (source !== frame.contentWindow || origin !== frameOrigin || !ports[0]) return;
    port = ports[0];
    port.onmessage = (event: MessageEvent<PanelState>) => act(event.data);
    tell();
  });
  return tell;
}
