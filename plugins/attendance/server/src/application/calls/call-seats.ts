import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { ConnectionId } from '../interactions/publisher';

/** Sides that have a page in the call at the moment. */
export type TakenSeats = Readonly<Record<Side, boolean>>;

export interface Seating {
  /** The tab of the same side that had the seat until now, if it is another one. */
  readonly displaced: ConnectionId | null;
  /** The pairing that both sides are to make now; null where the one they have goes on, or the other side is not there. */
  readonly connect: string | null;
}

/**
 * Tabs in which each side has a call [P6]. Kept in this server's memory alone: after a restart every tab takes its seat again, and two that still
 * have a pairing in common keep it, so that the restart is not noticed [M7].
 */
export interface CallSeats {
  take(id: InteractionId, side: Side, connectionId: ConnectionId, pairing: string | null): Seating;
  /** Frees the seats of a connection that is gone; returns the calls in which it had one. */
  stand(connectionId: ConnectionId): readonly InteractionId[];
  /** The call is over. */
  close(id: InteractionId): void;
  taken(id: InteractionId): TakenSeats;
  /** Returns the connection that has a side's seat. */
  at(id: InteractionId, side: Side): ConnectionId | null;
  /** Returns whether this is the pairing of the two connections in the seats. */
  isPaired(id: InteractionId, pairing: string): boolean;
}

interface Table {
  visitor: ConnectionId | null;
  agent: ConnectionId | null;
  pairing: string | null;
}

const OTHER: Readonly<Record<Side, Side>> = { visitor: 'agent', agent: 'visitor' };

export function createCallSeats(newPairing: () => string): CallSeats {
  const tables = new Map<InteractionId, Table>();
  return {
    take: (id, side, connectionId, pairing) => {
      const table = tables.get(id) ?? { visitor: null, agent: null, pairing };
      tables.set(id, table);
      const displaced = table[side] === connectionId ? null : table[side];
      table[side] = connectionId;
      if (table[OTHER[side]] === null) {
        table.pairing = pairing;
        return { displaced, connect: null };
      }
      if (pairing !== null && pairing === table.pairing) return { displaced, connect: null };
      table.pairing = newPairing();
      return { displaced, connect: table.pairing };
    },
    stand: (connectionId) => {
      const left: InteractionId[] = [];
      for (const [id, table] of tables) {
        if (table.visitor !== connectionId && table.agent !== connectionId) continue;
        if (table.visitor === connectionId) table.visitor = null;
        if (table.agent === connectionId) table.agent = null;
        if (table.visitor === null && table.agent === null) tables.delete(id);
        left.push(id);
      }
      return left;
    },
    close: (id) => void tables.delete(id),
    taken: (id) => {
      const table = tables.get(id);
      return {
        visitor: table !== undefined && table.visitor !== null,
        agent: table !== undefined && table.agent !== null,
      };
    },
    at: (id, side) => tables.get(id)?.[side] ?? null,
    isPaired: (id, pairing) => tables.get(id)?.pairing === pairing,
  };
}
