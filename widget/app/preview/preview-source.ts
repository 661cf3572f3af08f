import type { PreviewScene, PreviewView } from '../../../plugins/attendance/protocol/rules/preview';
import type { Answer } from '../../../plugins/attendance/protocol/shared/errors';
import type { PanelConfig } from '../../../plugins/attendance/protocol/settings/site';
import type { FrameAddress, PageLink } from '../../bridge/frame-end';
import type { Store } from '../model/store';
import type { WireEvents } from '../../../plugins/attendance/chat/wire';
import type { VisitorHandshake } from '../../../plugins/attendance/protocol/wire/visitor-events';
import type { Wire } from '../realtime/wire';
import type { SiteConfigs } from '../realtime/site-config';
import { factsOf } from './sample-facts';

/** The preview's substitute for the server: settings from the page around the frame, and a wire without a connection. */
export interface PreviewSource {
  readonly configs: SiteConfigs;
  openWire(handshake: () => VisitorHandshake, events: WireEvents, store: Store): Wire;
  /** Returns a link through which the page is given nothing to save. */
  wrap(link: PageLink): PageLink;
}

const REFUSED: Answer<never> = { ok: false, error: { code: 'unavailable', message: 'a preview' } };

export function openPreviewSource({ locale, siteKey }: FrameAddress): PreviewSource {
  let scene: PreviewScene | undefined;
  let hear: (news: PreviewScene) => void = () => {};
  let take: ((config: PanelConfig) => void) | undefined;
  let number = 0;

  addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source !== parent || origin !== location.origin || !isScene(data)) return;
    scene = data;
    take?.(scene.panel);
    hear(scene);
  });
  parent.postMessage(siteKey, location.origin);

  return {
    configs: {
      first: () =>
        new Promise((resolve) => {
          if (scene) resolve(scene.panel);
          else hear = ({ panel }) => resolve(panel);
        }),
      follow(_fact, _held, taken) {
        take = taken;
      },
    },
    openWire(_handshake, { onFact }, store) {
      let shown: PreviewView | undefined;
      function show(view: PreviewView): void {
        if (view === shown) return;
        shown = view;
        number += 1;
        store.dispatch({ type: 'interaction:left' });
        const { version: siteVersion } = store.getState().config;
        for (const fact of factsOf(view, { locale, now: Date.now(), number, siteVersion }))
          onFact(fact.type, fact.fact);
      }
      hear = ({ view }) => show(view);
      // The panel must be complete before the first fact arrives.
      queueMicrotask(() => scene && show(scene.view));
      return {
        // No command reaches a server: a message is refused, and every other command stays pending, so that no error is shown.
        command: (name) => (name === 'message:post' ? Promise.resolve(REFUSED) : new Promise(() => {})),
        hint: () => {},
        reconnect: () => {},
        leave: () => {},
        comeBack: () => {},
      };
    },
    wrap: (link) => ({ ...link, tell: (panel) => link.tell({ ...panel, saved: undefined }) }),
  };
}

function isScene(data: unknown): data is PreviewScene {
  return (data as Partial<PreviewScene> | null)?.type === 'atende-preview-scene';
}
