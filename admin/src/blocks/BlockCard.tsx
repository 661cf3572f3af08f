import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { Block } from '../../../plugins/attendance/protocol/visitors/blocks';
import { currentSession } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { formatExact } from '../ui/format/time';
import { visitorName } from '../ui/format/visitor-name';

const Card = styled.div`
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: 6px;
  padding: 12px;
  border-radius: 8px;
  background: ${shade('warning')};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  b {
    font-weight: 600;
  }
  p {
    overflow-wrap: anywhere;
  }
  small {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface BlockCardProps {
  readonly block: Block;
  /** True in a list of several visitors' blocks: the card then names the visitor. */
  readonly isNamed?: boolean;
  readonly onLifted: () => void;
}

/** Card of one block: end, reason, author, and the button that lifts it. */
export function BlockCard({ block, isNamed = false, onLifted }: BlockCardProps) {
  const t = useTexts();
  const locale = useLocale();
  const { toggleNotification } = useNotification();
  const [isLifting, setLifting] = useState(false);
  const { blockedAt, byName, id, reason, until, visitorId, withAddress } = block;
  const name = visitorName({ id: visitorId, name: block.visitorName }, t);
  const lift = async (): Promise<void> => {
    setLifting(true);
    const isLifted = await currentSession()?.liftBlock(id);
    setLifting(false);
    if (isLifted !== true) return;
    toggleNotification({ type: 'success', message: t('blocks.lifted', { name }) });
    onLifted();
  };
  const end = until === null ? t('blocks.forever') : t('blocks.until', { when: formatExact(until, locale) });
  return (
    <Card>
      <b dir="auto">
        {isNamed && `${name} · `}
        {end}
        {withAddress && ` (${t('blocks.address')})`}
      </b>
      <p dir="auto">{reason}</p>
      <small>{t('blocks.by', { name: byName, when: formatExact(blockedAt, locale) })}</small>
      <Button variant="tertiary" size="S" loading={isLifting} onClick={() => void lift()}>
        {t('blocks.lift')}
      </Button>
    </Card>
  );
}
