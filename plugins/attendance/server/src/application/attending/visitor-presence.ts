import type { VisitorId } from '../../../../protocol/schemas/ids';
import type { Page } from '../../../../protocol/wire/visitor-events';
import type { InteractionStore } from '../interactions/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { SettingsStore, Site } from '../settings/sites';
import type { Attend } from './attend';

export interface VisitorPresencePorts {
  readonly attend: Pick<Attend, 'reportPage' | 'transition'>;
  readonly interactions: Pick<InteractionStore, 'findLive'>;
  readonly settings: Pick<SettingsStore, 'get'>;
}

/** The visitor behind a connection. */
export interface ConnectedVisitor {
  readonly site: Pick<Site, 'id'>;
  /** Null for whoever is not known yet. Another one after a merge, which may happen during any wait: to be read after it. */
  readonly visitorId: VisitorId | null;
  /** The page on which they connected. */
  readonly page: Page;
}

/** Records in a visitor's live interaction whether they are there; does nothing where they have none. */
export interface VisitorPresence {
  /** Marks the visitor as back, on the page where they are now [P2]. */
  comeBack(visitor: ConnectedVisitor): Promise<void>;
  /** Marks the visitor as back, on the page where they were last [P2]. */
  resume(visitor: ConnectedVisitor): Promise<void>;
  /** Marks the visitor as away, for as long as the settings keep their place [P1]. */
  leave(visitor: ConnectedVisitor): Promise<void>;
}

export function createVisitorPresence({
  attend,
  interactions,
  settings,
}: VisitorPresencePorts): VisitorPresence {
  const resume = async ({ site, visitorId }: ConnectedVisitor): Promise<StoredInteraction | null> => {
    const live = visitorId === null ? null : await interactions.findLive(site.id, visitorId);
    if (live !== null && live.interaction.away !== null)
      await attend.transition(live.interaction.id, { kind: 'return' });
    return live;
  };
  return {
    resume: async (visitor) => {
      await resume(visitor);
    },
    comeBack: async (visitor) => {
      const live = await resume(visitor);
      if (live === null) return;
      const { currentTitle, currentUrl } = live.captured;
      if (visitor.page.url === currentUrl && visitor.page.title === currentTitle) return;
      await attend.reportPage(visitor.site.id, visitor.visitorId, visitor.page);
    },
    leave: async ({ site, visitorId }) => {
      if (visitorId === null) return;
      const live = await interactions.findLive(site.id, visitorId);
      if (live === null) return;
      const { persistenceMs } = await settings.get();
      await attend.transition(live.interaction.id, { kind: 'leave', persistenceMs });
    },
  };
}
