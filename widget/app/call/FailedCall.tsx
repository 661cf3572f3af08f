import type { OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import type { CallProps } from './CallArea';
import { CallCard } from './CallCard';

/** The card of a failed call: the reason, and the ways on: retry, a tab of its own, or the chat, which goes on anyway [M8]. */
export function FailedCall({
  context: { texts, hangUp, openOwnTab },
  call,
}: CallProps & { readonly call: OngoingCall }) {
  const problem = call.getView().problem ?? 'network';
  const retry = { text: texts.retry, isPrimary: true, act: () => call.retry() };
  const ownTab = { text: texts.ownTab, isPrimary: true, act: openOwnTab };
  const reload = { text: texts.reload, isPrimary: true, act: () => location.reload() };
  const chat = { text: texts.goOnByChat, act: hangUp };
  const wayOut = problem === 'policy-forbids' ? ownTab : problem === 'page-too-old' ? reload : retry;
  // A retry would fail the same way.
  const actions = problem === 'room-unsafe' ? [chat] : [wayOut, chat];
  return <CallCard title={texts.noCall} text={texts.problem[problem]} isUrgent actions={actions} />;
}
