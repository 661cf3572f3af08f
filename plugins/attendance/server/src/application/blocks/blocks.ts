import type { BlockDuration } from '../../../../protocol/visitors/blocks';
import type { AgentId, BlockId, InteractionId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import { blockedUntil, isInForce } from '../../domain/visitors/block';
import { isLive } from '../../domain/interactions/interaction-state';
import type { Attend } from '../attending/attend';
import type { AuditLog } from '../audit/audit';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { StoredAgent } from '../agents/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';

/** Somebody who is refused until then [A10]. */
export interface StoredBlock {
  readonly id: BlockId;
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly visitorId: VisitorId;
  readonly visitorName: string;
  /** Null where the visitor alone is meant; kept with the block, and no longer than it lasts. */
  readonly address: string | null;
  readonly reason: string;
  readonly agentId: AgentId;
  readonly byName: string;
  readonly blockedAt: number;
  /** Null for ever. */
  readonly until: number | null;
}

export type NewBlock = Omit<StoredBlock, 'id' | 'siteName' | 'visitorName'>;

/** Reads blocks outside a transaction. */
export interface BlockReader {
  /** Lists blocks in force that nobody has lifted, newest first. */
  inForce(now: number): Promise<StoredBlock[]>;
}

export interface BlockStore extends BlockReader {
  add(block: NewBlock): Promise<StoredBlock>;
  /** Ends it, whether lifted (then with who) or run out: its address is forgotten. */
  end(id: BlockId, now: number, liftedBy: string | null): Promise<void>;
}

export interface BlockPorts {
  readonly clock: Clock;
  readonly store: BlockStore;
  readonly interactions: Pick<InteractionStore, 'findLive' | 'openOf'>;
  readonly attend: Pick<Attend, 'transition'>;
  readonly audit: Pick<AuditLog, 'record'>;
  /** Returns what is blocked with an address: itself, and of IPv6 its network. */
  readonly networkOf: (address: string) => string;
  /** Sends every tab of the visitor their block. */
  readonly tellVisitor: (id: VisitorId, block: StoredBlock | null) => void;
}

export interface BlockRequest {
  readonly reason: string;
  readonly duration: BlockDuration;
  readonly withAddress: boolean;
}

/** Blocked visitors, and until when. Kept in memory, for it is checked with every message; the rows are read at the start. */
export interface Blocks {
  begin(): Promise<void>;
  /** Returns the visitor's block, or null. */
  ofVisitor(id: VisitorId | null): StoredBlock | null;
  /** Returns the block that refuses a new contact of this visitor, or from this address, on the site; null where there is none. */
  ofContact(siteId: SiteId, id: VisitorId | null, address: string): StoredBlock | null;
  all(): readonly StoredBlock[];
  /** Ends the visitor's side of what goes on, and refuses them from now on. */
  block(stored: StoredInteraction, agent: StoredAgent, request: BlockRequest): Promise<StoredBlock>;
  lift(id: BlockId, agent: StoredAgent): Promise<Outcome<object>>;
  /** Lifts a block without an audit entry, for a caller that writes its own; resolves to the lifted block, null where none is in force. */
  end(id: BlockId, byName: string): Promise<StoredBlock | null>;
  /** Moves blocks to the visitor who remains after a merge: what one of them was refused, the other is too. */
  merged(goneId: VisitorId, keptId: VisitorId): Promise<void>;
  /** Removes expired blocks, and notifies their visitors. */
  sweep(): Promise<void>;
}

export function createBlocks(ports: BlockPorts): Blocks {
  const { attend, audit, clock, interactions, networkOf, store, tellVisitor } = ports;
  let blocks: readonly StoredBlock[] = [];
  const inForce = (): readonly StoredBlock[] => blocks.filter((block) => isInForce(block, clock.now()));
  const ofVisitor: Blocks['ofVisitor'] = (id) =>
    longest(inForce().filter(({ visitorId }) => visitorId === id));
  const drop = async (block: StoredBlock, liftedBy: string | null): Promise<void> => {
    await store.end(block.id, clock.now(), liftedBy);
    blocks = blocks.filter(({ id }) => id !== block.id);
    tellVisitor(block.visitorId, ofVisitor(block.visitorId));
  };
  const end: Blocks['end'] = async (id, byName) => {
    const block = blocks.find((one) => one.id === id);
    if (block === undefined) return null;
    await drop(block, byName);
    return block;
  };
  return {
    begin: async () => {
      blocks = await store.inForce(clock.now());
    },
    ofVisitor,
    ofContact: (siteId, visitorId, address) => {
      const network = networkOf(address);
      return longest(
        inForce().filter(
          (block) =>
            block.visitorId === visitorId ||
            (block.siteId === siteId && block.address !== null && networkOf(block.address) === network),
        ),
      );
    },
    all: inForce,
    block: async (stored, { id: agentId, publicName: byName, userId }, { duration, reason, withAddress }) => {
      const { siteId, visitorId } = stored.interaction;
      const blockedAt = clock.now();
      const until = blockedUntil(duration, blockedAt);
      const address = withAddress && stored.captured.ip !== '' ? stored.captured.ip : null;
      const block = await store.add({
        siteId,
        visitorId,
        address,
        reason,
        agentId,
        byName,
        blockedAt,
        until,
      });
      blocks = [block, ...blocks];
      await endWhatGoesOn({ attend, interactions }, siteId, block.visitorId);
      tellVisitor(block.visitorId, ofVisitor(block.visitorId));
      await audit.record({
        by: { userId, userName: byName },
        action: 'visitor.block',
        subject: subjectOf(block),
        changes: [
          { field: 'reason', before: null, after: reason },
          { field: 'until', before: null, after: until },
          { field: 'withAddress', before: null, after: address !== null },
        ],
      });
      return block;
    },
    end,
    merged: async (goneId, keptId) => {
      blocks = blocks.map((block) => (block.visitorId === goneId ? { ...block, visitorId: keptId } : block));
      const block = ofVisitor(keptId);
      if (block === null) return;
      for (const { interaction } of await interactions.openOf(keptId))
        if (isLive(interaction)) await attend.transition(interaction.id, { kind: 'block' });
      tellVisitor(keptId, block);
    },
    lift: async (id, { publicName, userId }) => {
      const block = await end(id, publicName);
      if (block === null) return { ok: true, data: {} };
      await audit.record({
        by: { userId, userName: publicName },
        action: 'visitor.unblock',
        subject: subjectOf(block),
        changes: [{ field: 'until', before: block.until, after: null }],
      });
      return { ok: true, data: {} };
    },
    sweep: async () => {
      const over = blocks.filter((block) => !isInForce(block, clock.now()));
      for (const block of over) await drop(block, null);
    },
  };
}

async function endWhatGoesOn(
  { attend, interactions }: Pick<BlockPorts, 'attend' | 'interactions'>,
  siteId: SiteId,
  visitorId: VisitorId,
): Promise<InteractionId | null> {
  const live = await interactions.findLive(siteId, visitorId);
  if (live === null) return null;
  await attend.transition(live.interaction.id, { kind: 'block' });
  return live.interaction.id;
}

/** Returns the name of a block in the audit log. */
export function subjectOf({ visitorId, visitorName }: StoredBlock): string {
  return visitorName === '' ? `#${visitorId}` : visitorName;
}

/** Returns the longest of several blocks, which is the one sent to the visitor. */
function longest(blocks: readonly StoredBlock[]): StoredBlock | null {
  const end = ({ until }: StoredBlock): number => until ?? Number.POSITIVE_INFINITY;
  return blocks.reduce<StoredBlock | null>(
    (best, block) => (best === null || end(block) > end(best) ? block : best),
    null,
  );
}
