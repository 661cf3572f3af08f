import { styled } from 'styled-components';

import type { QueueEntry } from '../../../plugins/attendance/protocol/interactions/interactions';
import { useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { Age } from '../ui/Clock';
import { cutText } from '../ui/styles/surfaces';
import { formatExact } from '../ui/format/time';
import { visitorName } from '../ui/format/visitor-name';
import { Disclosure } from './Disclosure';

const Entries = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;

const Entry = styled.li`
  display: flex;
  justify-content: space-between;
  gap: 12px;
  padding: 6px 0;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Who = styled.span`
  ${cutText}
`;

const Quiet = styled.span`
  color: ${({ theme }) => theme.colors.neutral600};
  font-variant-numeric: tabular-nums;
`;

const Sentence = styled.p`
  padding: 4px 0;
  font-size: 1.3rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Visitors who wait for an agent, longest first; to look at, for the server assigns [R7]. */
export function QueueList() {
  const t = useTexts();
  const queue = useAttendance((state) => state.queue);
  const beyond = queue.count - queue.entries.length;
  return (
    <Disclosure title={t('list.queue.title')} count={queue.count}>
      {queue.count === 0 && <Sentence>{t('list.queue.empty')}</Sentence>}
      <Entries>
        {queue.entries.map((entry) => (
          <QueueRow key={entry.interactionId} entry={entry} />
        ))}
      </Entries>
      {beyond > 0 && <Sentence>{t('list.queue.more', { count: beyond })}</Sentence>}
    </Disclosure>
  );
}

function QueueRow({ entry }: { readonly entry: QueueEntry }) {
  const t = useTexts();
  const locale = useLocale();
  const name = visitorName({ id: entry.visitorId, name: entry.visitorName }, t);
  const facts = [
    t(`ui.channel.${entry.channel}`),
    entry.department?.name,
    entry.isAway && t('list.queue.away'),
  ];
  return (
    <Entry>
      <Who>
        <span dir="auto">{name}</span> <Quiet>{facts.filter(Boolean).join(' · ')}</Quiet>
      </Who>
      <Quiet title={formatExact(entry.waitingSince, locale)}>
        <Age since={entry.waitingSince} />
      </Quiet>
    </Entry>
  );
}
