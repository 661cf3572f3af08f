import { IconButton } from '@strapi/design-system';
import { Command, Search, VolumeUp } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { CapacityMeter } from './CapacityMeter';
import { InteractionList } from './InteractionList';
import { OfflineMessages } from './OfflineMessages';
import { QueueList } from './QueueList';
import { SoundHint, testSound } from './SoundHint';

const Column = styled.div`
  display: flex;
  flex-direction: column;
  height: 100%;
  min-height: 0;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Head = styled.header`
  padding: 16px 16px 8px;
`;

const Title = styled.div`
  display: flex;
  align-items: center;
  gap: 4px;
  margin-bottom: 8px;
  h1 {
    flex: 1;
    font-size: 1.8rem;
    font-weight: 700;
    line-height: 3.2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  button {
    border: 0;
    background: none;
  }
`;

interface ListColumnProps {
  readonly onOpened: () => void;
  readonly onPalette: () => void;
  readonly onSearch: () => void;
}

/** The left column: capacity, interactions, and below them the queue and what was left [A1]. */
export function ListColumn({ onOpened, onPalette, onSearch }: ListColumnProps) {
  const t = useTexts();
  return (
    <Column>
      <Head>
        <Title>
          <h1>{t('page.title')}</h1>
          <IconButton label={`${t('search.title')} (Alt+B)`} variant="ghost" onClick={onSearch}>
            <Search />
          </IconButton>
          <IconButton label={`${t('page.palette.label')} (Ctrl+K)`} variant="ghost" onClick={onPalette}>
            <Command />
          </IconButton>
          <IconButton label={t('list.sound.test')} variant="ghost" onClick={() => void testSound()}>
            <VolumeUp />
          </IconButton>
        </Title>
        <CapacityMeter />
      </Head>
      <SoundHint />
      <InteractionList onOpened={onOpened} />
      <QueueList />
      <OfflineMessages />
    </Column>
  );
}
