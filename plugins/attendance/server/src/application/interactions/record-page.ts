import type { InteractionTx } from './rows';
import type { SystemLine } from '../../../../protocol/messages/messages';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Page } from '../../../../protocol/wire/visitor-events';
import { isLive } from '../../domain/interactions/interaction-state';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import type { Transition } from './stored-interaction';
import { unchanged } from './transition';
import { writeLines } from './write-lines';

/** Notes where the visitor is now; a page with another address writes a line for the agent. */
export function* recordPage(
  tx: InteractionTx,
  id: InteractionId,
  { title, url }: Page,
  now: number,
): Steps<Outcome<Transition>> {
  const before = yield* tx.interactions.lock(id);
  if (before === null) return { ok: false, code: 'not_found' };
  const { captured } = before;
  const isElsewhere = captured.currentUrl !== url;
  if (!isLive(before.interaction) || (!isElsewhere && captured.currentTitle === title))
    return { ok: true, data: unchanged(before) };
  // The same address with another title is the same page, told again once it knew its name.
  const line: SystemLine = { kind: 'page-changed', url, title };
  const lines = yield* writeLines(tx, before, isElsewhere ? [line] : [], now);
  yield* tx.interactions.update(id, {
    captured: { ...captured, currentUrl: url, currentTitle: title },
    lastSequence: before.lastSequence + lines.length,
    revision: before.revision + 1,
  });
  const stored = yield* tx.interactions.get(id);
  return { ok: true, data: { ...unchanged(stored), lines, hasChanged: true } };
}
