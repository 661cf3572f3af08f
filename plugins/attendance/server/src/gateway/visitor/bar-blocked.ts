import { ERROR_MEANINGS, type Answer } from '../../../../protocol/shared/errors';
import { keysOf } from '../../../../protocol/shared/keys-of';
import type { visitorCommands } from '../../../../protocol/wire/visitor-events';
import type { Blocks, StoredBlock } from '../../application/blocks/blocks';
import type { Handlers } from '../connection/answer';
import type { VisitorSession } from './visitor-session';

type VisitorHandlers = Handlers<typeof visitorCommands>;
type Name = keyof VisitorHandlers;

/**
 * Commands that a block refuses. `contact`: a new contact, refused to a blocked address too. `words`: going on with one, refused to the blocked
 * visitor alone, so that nobody else at their address is cut off. Null: none.
 */
const BARS: Readonly<Record<Name, 'contact' | 'words' | null>> = {
  'interaction:request': 'contact',
  'offline-message:leave': 'contact',
  'message:post': 'words',
  'call:ask': 'words',
  'call:answer': 'words',
  'interaction:cancel': null,
  'interaction:end': null,
  'message:list': null,
  'message:delivered': null,
  'message:read': null,
  'typing:set': null,
  'page:report': null,
  'call:decline': null,
  'call:hang-up': null,
  'call:join': null,
  'call:signal': null,
  'call:report-quality': null,
  'call:report-unsafe': null,
  'rating:give': null,
  'transcript:write': null,
  'transcript:send': null,
};

/** The visitor's commands, but for those that a block refuses [A10]. */
export function barBlocked(
  handlers: VisitorHandlers,
  blocks: Pick<Blocks, 'ofContact' | 'ofVisitor'>,
  session: Pick<VisitorSession, 'address' | 'site' | 'visitorId'>,
): VisitorHandlers {
  const barred = (name: Name, find: () => StoredBlock | null) => {
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
  const bars = keysOf(BARS).flatMap((name) => {
    const bar = BARS[name];
    return bar === null ? [] : [barred(name, bar === 'contact' ? ofContact : ofVisitor)];
  });
  return { ...handlers, ...(Object.fromEntries(bars) as Partial<VisitorHandlers>) };
}

function forbidden({ until }: StoredBlock): Answer<never> {
  return {
    ok: false,
    error: { code: 'forbidden', message: ERROR_MEANINGS.forbidden, blockedUntil: until },
  };
}
