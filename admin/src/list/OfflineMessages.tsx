import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { OfflineMessage } from '../../../plugins/attendance/protocol/messages/offline-messages';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { Age } from '../ui/Clock';
import { focusRing } from '../ui/styles/surfaces';
import { formatExact } from '../ui/format/time';
import { replyAddress } from '../model/reply-address';
import { Disclosure } from './Disclosure';

const Entries = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 12px;
  list-style: none;
  margin: 0;
  padding: 4px 0 0;
`;

const Card = styled.li`
  padding: 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 8px;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Head = styled.div`
  display: flex;
  justify-content: space-between;
  gap: 8px;
`;

const Quiet = styled.p`
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral600};
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
`;

const Body = styled.p`
  margin: 8px 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

const Actions = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 12px;
  margin-top: 8px;
  a {
    ${focusRing}
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
    text-decoration: none;
  }
`;

/** Messages left while nobody attended [R13]: an agent takes one, answers it by e-mail and marks it. */
export function OfflineMessages() {
  const t = useTexts();
  const messages = useAttendance((state) => state.offlineMessages);
  return (
    <Disclosure title={t('list.offline.title')} count={messages.length}>
      {messages.length === 0 && <Quiet>{t('list.offline.empty')}</Quiet>}
      <Entries>
        {messages.map((message) => (
          <OfflineMessageCard key={message.id} message={message} />
        ))}
      </Entries>
    </Disclosure>
  );
}

function OfflineMessageCard({ message }: { readonly message: OfflineMessage }) {
  const t = useTexts();
  const locale = useLocale();
  const selfId = useAttendance(({ self }) => self?.id ?? null);
  const { body, email, id, leftAt, name, siteName, takenBy } = message;
  const isMine = takenBy !== null && takenBy.id === selfId;
  return (
    <Card>
      <Head>
        <strong dir="auto">{name}</strong>
        <Quiet as="span" title={formatExact(leftAt, locale)}>
          <Age since={leftAt} />
        </Quiet>
      </Head>
      <Quiet>{email}</Quiet>
      <Body dir="auto">{body}</Body>
      <Quiet>{t('list.offline.from', { site: siteName })}</Quiet>
      {takenBy !== null && (
        <Quiet>
          {isMine ? t('list.offline.takenByMe') : t('list.offline.taken', { name: takenBy.name })}
        </Quiet>
      )}
      <Actions>
        {takenBy === null && (
          <Button size="S" variant="secondary" onClick={() => void currentSession()?.takeOfflineMessage(id)}>
            {t('list.offline.take')}
          </Button>
        )}
        {isMine && (
          <>
            <a href={replyAddress(message, t('list.offline.subject', { site: siteName }))}>
              {t('list.offline.reply')}
            </a>
            <Button
              size="S"
              variant="tertiary"
              onClick={() => void currentSession()?.answerOfflineMessage(id)}
            >
              {t('list.offline.answered')}
            </Button>
          </>
        )}
      </Actions>
    </Card>
  );
}
