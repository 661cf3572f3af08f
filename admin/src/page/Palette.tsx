import { Command } from 'cmdk';
import { styled } from 'styled-components';

import { indicatorOf } from '../../../plugins/attendance/protocol/rules/indicator';
import { currentSession, store, useAttendance } from '../attendance/attendance';
import { useTexts, type Translate } from '../i18n/useTexts';
import { testSound } from '../list/SoundHint';
import { IndicatorTile } from '../ui/IndicatorTile';
import { visitorName } from '../ui/format/visitor-name';
import { listedInteractions, selectedInteraction } from '../model/selectors/select';
import { allowAlerts } from '../shell/alerts';
import { PaletteFrame } from './PaletteFrame';

const Item = styled(Command.Item)`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 40px;
  padding: 4px 12px;
  border-radius: 8px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;
  &[aria-selected='true'] {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  small {
    margin-left: auto;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface PaletteProps {
  readonly onClose: () => void;
  readonly onEnd: () => void;
  readonly onBlocks: () => void;
  readonly onFind: () => void;
  readonly onPrint: () => void;
  readonly onSearch: () => void;
  /** Called when another interaction is opened. */
  readonly onMove: () => void;
}

/** The command palette of Ctrl+K: any interaction or action, by a few letters [A7]. */
export function Palette({ onClose, onMove, ...commands }: PaletteProps) {
  const t = useTexts();
  const interactions = useAttendance((state) => state.interactions);
  const act = (action: () => void): void => {
    onClose();
    action();
  };
  return (
    <PaletteFrame
      label={t('page.palette.label')}
      placeholder={t('page.palette.placeholder')}
      onClose={onClose}
    >
      <Command.Empty>{t('page.palette.empty')}</Command.Empty>
      <Command.Group heading={t('page.palette.interactions')}>
        {listedInteractions(interactions).map((interaction) => {
          const name = visitorName(interaction.visitor, t);
          const indicator = indicatorOf(interaction);
          return (
            <Item
              key={interaction.id}
              value={`${name} ${interaction.id}`}
              keywords={[interaction.visitor.email, interaction.protocolNumber]}
              onSelect={() =>
                act(() => {
                  onMove();
                  void currentSession()?.open(interaction.id);
                })
              }
            >
              <IndicatorTile indicator={indicator} />
              <span dir="auto">{name}</span>
              <small>{t(`ui.indicator.${indicator}`)}</small>
            </Item>
          );
        })}
      </Command.Group>
      <Command.Group heading={t('page.palette.actions')}>
        {actionsOf(t, commands).map(({ label, run }) => (
          <Item key={label} onSelect={() => act(run)}>
            {label}
          </Item>
        ))}
      </Command.Group>
    </PaletteFrame>
  );
}

interface Action {
  readonly label: string;
  readonly run: () => void;
}

function actionsOf(
  t: Translate,
  { onBlocks, onEnd, onFind, onPrint, onSearch }: Omit<PaletteProps, 'onClose' | 'onMove'>,
): readonly Action[] {
  const state = store.getState();
  const isOnline = state.self?.presence === 'online';
  const ending =
    selectedInteraction(state) === null
      ? []
      : [
          { label: t('conversation.end.button'), run: onEnd },
          { label: t('print.action'), run: onPrint },
        ];
  return [
    ...ending,
    {
      label: t(isOnline ? 'page.palette.goOffline' : 'list.goOnline'),
      run: () => {
        if (!isOnline) allowAlerts();
        void currentSession()?.setPresence(isOnline ? 'offline' : 'online');
      },
    },
    { label: t('search.title'), run: onSearch },
    { label: t('visitors.find'), run: onFind },
    { label: t('blocks.list'), run: onBlocks },
    { label: t('list.sound.test'), run: () => void testSound() },
  ];
}
