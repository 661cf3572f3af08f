import { HELLO, type HostState, type PanelState } from './messages';

/**
 * Connects the page's end of the seam. A message must pass the checks of source, exact origin and shape before `act` is called.
 * Returns a function that sends the page's state. A frame that loads anew brings a fresh port; before the first there is nothing
 * to send, for a new port gets the whole state.
 */
export function linkFrame(
  frame: Pick<HTMLIFrameElement, 'contentWindow'>,
  frameOrigin: string,
  hostState: () => HostState,
  act: (panel: PanelState) => void,
  onLink: () => void = () => {},
): () => void {
  let port: MessagePort | undefined;
  const tell = () => port?.postMessage(hostState());
  addEventListener('message', ({ source, origin, data, ports }: MessageEvent<unknown>) => {
    const [offered] = ports;
    if (source !== frame.contentWindow || origin !== frameOrigin || data !== HELLO || !offered) return;
    port = offered;
    port.onmessage = (event: MessageEvent<unknown>) => {
      if (isPanelState(event.data)) act(event.data);
    };
    onLink();
    tell();
  });
  return tell;
}

function isPanelState(data: unknown): data is PanelState {
  const panel = data as Partial<PanelState> | null | undefined;
  return (
    typeof panel?.name === 'string' &&
    typeof panel.badge === 'string' &&
    typeof panel.siteVersion === 'number'
  );
}
