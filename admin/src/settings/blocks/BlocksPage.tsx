import { useState } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { Block } from '../../../../plugins/attendance/protocol/visitors/blocks';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { formatExact } from '../../ui/format/time';
import { visitorName } from '../../ui/format/visitor-name';
import { SettingsFrame } from '../SettingsFrame';
import { LiftBlock } from './LiftBlock';

/** Settings page of the blocks in force, each with a button to lift it [Z75]. */
export function BlocksPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.blocks.page')} path="/attendance/blocks">
      {(blocks, reload) => <BlockList blocks={blocks} onReload={reload} />}
    </SettingsFrame>
  );
}

interface BlockListProps {
  readonly blocks: readonly Block[];
  readonly onReload: () => void;
}

function BlockList({ blocks, onReload }: BlockListProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [lifting, setLifting] = useState<Block | null>(null);
  return (
    <Page.Main>
      <Layouts.Header title={t('settings.blocks.page')} subtitle={t('settings.blocks.intro')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          {blocks.length === 0 && <EmptyStateLayout content={t('settings.blocks.empty')} />}
          {blocks.length > 0 && (
            <Box tag="ul" background="neutral0" hasRadius shadow="filterShadow" overflow="hidden">
              {blocks.map((block) => (
                <BlockRow key={block.id} block={block} onLift={() => setLifting(block)} />
              ))}
            </Box>
          )}
        </Flex>
        {lifting !== null && (
          <LiftBlock
            block={lifting}
            onClose={() => setLifting(null)}
            onLifted={() => {
              const name = visitorName({ id: lifting.visitorId, name: lifting.visitorName }, t);
              toggleNotification({ type: 'success', message: t('blocks.lifted', { name }) });
              setLifting(null);
              onReload();
            }}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

const Row = styled.li`
  display: grid;
  grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(0, 2fr) auto;
  gap: 4px 24px;
  align-items: center;
  padding: 16px 24px;
  overflow-wrap: anywhere;
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  > div > * {
    display: block;
  }
  @media (max-width: 768px) {
    grid-template-columns: 1fr;
    padding: 14px 16px;
    > button {
      justify-self: start;
      margin-top: 6px;
    }
  }
`;

function BlockRow({ block, onLift }: { readonly block: Block; readonly onLift: () => void }) {
  const t = useTexts();
  const locale = useLocale();
  const { blockedAt, byName, reason, siteName, until, visitorId, withAddress } = block;
  const name = visitorName({ id: visitorId, name: block.visitorName }, t);
  const end = until === null ? t('blocks.forever') : t('blocks.until', { when: formatExact(until, locale) });
  return (
    <Row>
      <div>
        <Typography fontWeight="semiBold" dir="auto">
          {name}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {siteName}
        </Typography>
      </div>
      <div>
        <Typography dir="auto">{reason}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('blocks.by', { name: byName, when: formatExact(blockedAt, locale) })}
        </Typography>
      </div>
      <Typography textColor="neutral700">
        {end}
        {withAddress && ` (${t('blocks.address')})`}
      </Typography>
      <Button
        variant="tertiary"
        size="S"
        aria-label={`${t('settings.blocks.lift')}: ${name}`}
        onClick={onLift}
      >
        {t('settings.blocks.lift')}
      </Button>
    </Row>
  );
}
