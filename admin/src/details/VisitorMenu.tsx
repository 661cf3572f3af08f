import { useState } from 'react';
import { IconButton, Menu } from '@strapi/design-system';
import { Cross, More, Search } from '@strapi/icons';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { BlockDialog } from '../blocks/BlockDialog';
import { useTexts } from '../i18n/useTexts';
import { PrintIcon } from '../print/PrintIcon';
import { FindVisitorDialog } from '../visitors/FindVisitorDialog';

interface VisitorMenuProps {
  readonly interaction: AgentInteraction;
  /** Whether a block may be offered: the visitor is known not to be blocked. */
  readonly mayBlock: boolean;
  readonly onBlocked: () => void;
  readonly onMerge: (other: VisitorId) => void;
  readonly onPrint: () => void;
}

/** Menu of rare actions: looking for the same person, printing, blocking [A4, A10]. */
export function VisitorMenu({ interaction, mayBlock, onBlocked, onMerge, onPrint }: VisitorMenuProps) {
  const t = useTexts();
  const [asking, setAsking] = useState<'find' | 'block' | null>(null);
  const close = (): void => setAsking(null);
  return (
    <>
      <Menu.Root>
        <Menu.Trigger tag={IconButton} variant="ghost" label={t('details.more')} icon={<More />} />
        <Menu.Content popoverPlacement="bottom-end">
          <Menu.Item startIcon={<Search />} onSelect={() => setAsking('find')}>
            {t('visitors.find.merge')}
          </Menu.Item>
          <Menu.Item startIcon={<PrintIcon />} onSelect={onPrint}>
            {t('print.action')}
          </Menu.Item>
          {mayBlock && (
            <Menu.Item variant="danger" startIcon={<Cross />} onSelect={() => setAsking('block')}>
              {t('blocks.open')}
            </Menu.Item>
          )}
        </Menu.Content>
      </Menu.Root>
      {asking === 'find' && (
        <FindVisitorDialog
          mergeFor={interaction}
          onClose={close}
          onMerge={({ id }) => {
            close();
            onMerge(id);
          }}
        />
      )}
      {asking === 'block' && <BlockDialog interaction={interaction} onBlocked={onBlocked} onClose={close} />}
    </>
  );
}
