import { styled } from 'styled-components';

import { useAttendance } from '../attendance/attendance';
import { useTexts, type Translate } from '../i18n/useTexts';
import { capacityOf, type CapacityView } from '../model/selectors/select';

const Meter = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 32px;
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Slots = styled.span`
  display: flex;
  flex: 0 1 auto;
  gap: 3px;
  max-width: 96px;
`;

const Slot = styled.span<{ $isTaken: boolean }>`
  width: 20px;
  min-width: 3px;
  flex: 0 1 20px;
  height: 5px;
  border-radius: 3px;
  background: ${({ theme, $isTaken }) => ($isTaken ? theme.colors.primary600 : theme.colors.neutral200)};
  transition: background-color 160ms;
`;

/** Shows how much this agent holds, or why nothing arrives [R2, R3, R4]. */
export function CapacityMeter() {
  const t = useTexts();
  // Strings and numbers compare by value: the meter renders again only when it reads otherwise.
  const chats = useAttendance((state) => capacityOf(state).chats);
  const capacity = useAttendance((state) => capacityOf(state).capacity);
  const wordsKey = useAttendance((state) => textKeyOf(capacityOf(state)));
  const note = useAttendance(({ self }) => self?.offlineNote ?? '');
  const isKnown = useAttendance(({ self }) => self !== null);
  if (!isKnown) return <Meter />;
  const words = describe(chats, capacity, wordsKey, t);
  const text = note === '' ? words : `${words} · ${note}`;
  return (
    <Meter>
      <Slots
        role="meter"
        aria-label={t('list.capacity.label')}
        aria-valuemin={0}
        aria-valuemax={Math.max(capacity, chats)}
        aria-valuenow={chats}
        aria-valuetext={text}
      >
        {Array.from({ length: Math.max(capacity, chats) }, (_, slot) => (
          <Slot key={slot} $isTaken={slot < chats} />
        ))}
      </Slots>
      <span>{text}</span>
    </Meter>
  );
}

const OFFLINE_WORDS = {
  missed: 'list.capacity.offline.missed',
  lost: 'list.capacity.offline.lost',
  supervisor: 'list.capacity.offline.supervisor',
} as const;

function describe(
  chats: number,
  capacity: number,
  words: ReturnType<typeof textKeyOf>,
  t: Translate,
): string {
  return `${t('list.capacity.chats', { chats, capacity })} · ${t(words)}`;
}

function textKeyOf({ capacity, chats, isInCall, isOnline, isReserved, offlineReason }: CapacityView) {
  if (isInCall) return 'list.capacity.inCall';
  if (!isOnline && offlineReason !== null) return OFFLINE_WORDS[offlineReason];
  if (!isOnline) return 'list.capacity.offline';
  if (isReserved) return 'list.capacity.reserved';
  if (chats >= capacity) return 'list.capacity.full';
  return chats === 0 ? 'list.capacity.callFree' : 'list.capacity.callTaken';
}
