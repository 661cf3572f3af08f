import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type {
  CheckState,
  SelfCheck,
  SelfCheckDetail,
} from '../../../../plugins/attendance/protocol/settings/self-check';
import type { TextKey } from '../../i18n/pt-BR';
import { useTexts } from '../../i18n/useTexts';
import { SettingsFrame } from '../SettingsFrame';
import { CheckMark } from './CheckMark';
import { findingKey } from './finding-key';

const BADGES = {
  good: { backgroundColor: 'success100', textColor: 'success700' },
  warning: { backgroundColor: 'warning100', textColor: 'neutral800' },
  bad: { backgroundColor: 'danger100', textColor: 'danger700' },
} as const;

/** Settings page of the self-check: what a careful installer would look at, and what to do about it [F7]. */
export function CheckPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.check.page')} path="/attendance/self-check">
      {(selfCheck, reload) => <CheckList selfCheck={selfCheck} onReload={reload} />}
    </SettingsFrame>
  );
}

interface CheckListProps {
  readonly selfCheck: SelfCheck;
  readonly onReload: () => void;
}

function CheckList({ onReload, selfCheck: { checks, state } }: CheckListProps) {
  const t = useTexts();
  return (
    <Page.Main>
      <Layouts.Header
        title={t('settings.check.page')}
        subtitle={t('settings.check.intro')}
        primaryAction={
          <Button variant="secondary" startIcon={<ArrowClockwise aria-hidden />} onClick={onReload}>
            {t('settings.check.again')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <Typography role="status" textColor="neutral800" fontWeight="semiBold">
            {t(SUMMARIES[state], { count: checks.filter((row) => row.state !== 'good').length })}
          </Typography>
          <Rows aria-label={t('settings.check.page')}>
            {checks.map((row) => (
              <CheckRow key={row.check} row={row} />
            ))}
          </Rows>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

const SUMMARIES: Readonly<Record<CheckState, TextKey>> = {
  good: 'settings.check.summary.good',
  warning: 'settings.check.summary.warning',
  bad: 'settings.check.summary.bad',
};

const Rows = styled.ul`
  overflow: hidden;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`;

const Row = styled.li`
  display: grid;
  grid-template-columns: 20px minmax(160px, 220px) minmax(0, 1fr) auto;
  gap: 4px 16px;
  align-items: baseline;
  padding: 16px 24px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};

  &:last-child {
    border-bottom: 0;
  }
  > svg {
    align-self: center;
  }
  @media (max-width: 768px) {
    grid-template-columns: 20px minmax(0, 1fr) auto;
    padding: 14px 16px;

    > :nth-child(3) {
      grid-column: 2 / -1;
      grid-row: 2;
    }
  }
`;

const Sentence = styled(Typography)`
  overflow-wrap: anywhere;
  white-space: pre-line;
`;

function CheckRow({ row: { check, finding, state, values } }: { readonly row: SelfCheckDetail }) {
  const t = useTexts();
  return (
    <Row>
      <CheckMark state={state} />
      <Typography fontWeight="bold" textColor="neutral800">
        {t(`settings.check.${check}`)}
      </Typography>
      <Sentence textColor={state === 'good' ? 'neutral600' : 'neutral800'}>
        {t(findingKey(check, finding), values)}
      </Sentence>
      <Badge {...BADGES[state]}>{t(`settings.check.state.${state}`)}</Badge>
    </Row>
  );
}
