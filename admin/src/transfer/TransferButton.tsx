import { useState } from 'react';
import { Button, IconButton } from '@strapi/design-system';
import { ArrowRight } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { useTexts } from '../i18n/useTexts';
import { TransferDialog } from './TransferDialog';

/** Label of the button, shown where there is room for it. */
const Wide = styled.span`
  display: none;
  @media (min-width: 1280px) {
    display: inline-flex;
  }
`;

const Narrow = styled.span`
  display: inline-flex;
  @media (min-width: 1280px) {
    display: none;
  }
`;

/** Button that transfers the interaction while its visitor is there to be attended [R15]. */
export function TransferButton({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { awayUntil, visitorEndedAt } = interaction;
  const isDisabled = awayUntil !== null || visitorEndedAt !== null;
  const open = (): void => setOpen(true);
  return (
    <>
      <Wide>
        <Button variant="tertiary" disabled={isDisabled} onClick={open}>
          {t('transfer.button')}
        </Button>
      </Wide>
      <Narrow>
        <IconButton label={t('transfer.button')} variant="tertiary" disabled={isDisabled} onClick={open}>
          <ArrowRight />
        </IconButton>
      </Narrow>
      {isOpen && <TransferDialog interaction={interaction} onClose={() => setOpen(false)} />}
    </>
  );
}
