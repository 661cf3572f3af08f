import type { Visitor } from '../../../../protocol/interactions/people';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { StoredInteraction } from '../interactions/stored-interaction';
import type { Publisher } from '../interactions/publisher';
import type { VisitorFields, VisitorStore } from '../visitors/ports';

export interface EditVisitorPorts {
  readonly interactions: Pick<InteractionStore, 'find'>;
  readonly visitors: Pick<VisitorStore, 'update'>;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
}

/**
 * Changes the given fields of an interaction's visitor, and notifies every tab of its agent. Returns the visitor after it; `not_found` when the
 * interaction is gone meanwhile.
 */
export type EditVisitor = (stored: StoredInteraction, fields: VisitorFields) => Promise<Outcome<Visitor>>;

export function createEditVisitor({ interactions, publisher, visitors }: EditVisitorPorts): EditVisitor {
  return async ({ interaction, visitor }, fields) => {
    await visitors.update(visitor.id, fields);
    const after = await interactions.find(interaction.id);
    if (after === null) return { ok: false, code: 'not_found' };
    publisher.visitorChanged(after);
    return { ok: true, data: after.visitor };
  };
}
