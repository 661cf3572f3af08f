import { ERROR_MEANINGS, type Answer } from '../../../protocol/errors';
import type { visitorCommands } from '../../../protocol/visitor-events';
import type { Blocks, StoredBlock } from '../application/blocks';
import type { Handlers } from './answer';
import type { VisitorSession } from './visitor-commands';

type VisitorHandlers = Handlers<typeof visitorCommands>;
type Name = keyof VisitorHandlers;

/** A new contact: refused to a blocked address too. */
const CONTACTS = ['interaction:request', 'offline-message:leave'] as const satisfies readonly Name[];
/** Going on with one: refused to the blocked visitor alone, so that nobody else at their address is cut off. */
const WORDS = ['message:post', 'call:ask', 'call:answer'] as const satisfies readonly Name[];

/** The visitor's commands, but for those that a block refuses [A10]. */
export function barBlocked(
  handlers: VisitorHandlers,
  blocks: Pick<Blocks, 'ofContact' | 'ofVisitor'>,
  session: Pick<VisitorSession, 'address' | 'site' | 'visitorId'>,
): VisitorHandlers {
  const barred = <Bar extends Name>(name: Bar, find: () => StoredBlock | null) => {
    const handle = handlers[name] as (payload: unknown) => Promise<Answer<unknown>>;
    const bar = (payload: unknown): Promise<Answer<unknown>> => {
      const block = find();
      return block === null ? handle(payload) : Promise.resolve(forbidden(block));
    };
    return [name, bar] as const;
  };
  const ofContact = (): StoredBlock | null =>
    blocks.ofContact(session.site.id, session.visitorId, session.address);
  const ofVisitor = (): StoredBlock | null => blocks.ofVisitor(session.visitorId);
  const bars = [
    ...CONTACTS.map((name) => barred(name, ofContact)),
    ...WORDS.map((name) => barred(name, ofVisitor)),
  ];
  return { ...handlers, ...(Object.fromEntries(bars) as Partial<VisitorHandlers>) };
}

function forbidden({ until }: StoredBlock): Answer<never> {
  return {
    ok: false,
    error: { code: 'forbidden', message: ERROR_MEANINGS.forbidden, blockedUntil: until },
  };
}
