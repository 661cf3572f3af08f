import { Loader, Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { BlockCard } from './BlockCard';
import { useBlocks } from './useBlocks';

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 12px;
  min-height: 160px;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Lists all blocks that this agent may lift, also of visitors whom they attend no more. */
export function BlocksDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const [blocks, reload] = useBlocks(null);
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('blocks.list')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Body>
            <p>{t('blocks.list.hint')}</p>
            {blocks === 'loading' && <Loader small />}
            {blocks === 'failed' && <p>{t('blocks.failed')}</p>}
            {blocks.length === 0 && <p>{t('blocks.empty')}</p>}
            {typeof blocks !== 'string' &&
              blocks.map((block) => <BlockCard key={block.id} block={block} isNamed onLifted={reload} />)}
          </Body>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
