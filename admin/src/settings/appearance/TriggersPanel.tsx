import { useRef } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Trigger } from '../../../../plugins/attendance/protocol/settings/appearance';
import { EMPTY_LOCALIZED } from '../../../../plugins/attendance/protocol/shared/text/localized';
import { useTexts } from '../../i18n/useTexts';
import { NumberField, TextField } from '../fields';
import { Panel } from '../Panel';
import { LanguageTabs } from '../parts/LanguageTabs';
import { OrderButtons } from '../parts/OrderButtons';
import { moved, withEntry, without } from '../parts/reorder';
import type { AppearancePanelProps } from './appearance-panel';

const MOST_TRIGGERS = 10;
const MOST_SECONDS = 3_600;

const Entry = styled.li`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 160px), 1fr));
  gap: 12px 16px;
  align-items: start;
  padding: 16px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;

  > :first-child,
  > :last-child {
    grid-column: 1 / -1;
  }
`;

/** Settings of the launcher's own messages, with their pages and times: the first that fits the page is shown [F1]. */
export function TriggersPanel({
  hasTried,
  locale,
  onLocale,
  onAppearance,
  onShow,
  problems,
  site,
}: AppearancePanelProps) {
  const t = useTexts();
  const list = useRef<HTMLOListElement>(null);
  const { triggers } = site.appearance;
  const set = (next: readonly Trigger[]): void => onAppearance({ triggers: [...next] });
  const add = (): void => {
    set([...triggers, { pattern: '/*', afterSeconds: 15, text: { ...EMPTY_LOCALIZED } }]);
    onShow('trigger');
    // A new trigger takes the focus once it is mounted.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(':scope > li:last-child input:not([type])')?.focus(),
    );
  };
  return (
    <div onFocus={() => triggers.length > 0 && onShow('trigger')}>
      <Panel
        title={t('settings.appearance.triggers')}
        hint={t('settings.appearance.triggers.hint')}
        action={
          <LanguageTabs
            languages={site.languages}
            defaultLocale={site.defaultLocale}
            value={locale}
            onChange={onLocale}
          />
        }
      >
        {triggers.length === 0 && (
          <Typography textColor="neutral600">{t('settings.appearance.triggers.empty')}</Typography>
        )}
        <Flex
          ref={list}
          tag="ol"
          direction="column"
          alignItems="stretch"
          gap={3}
          aria-label={t('settings.appearance.triggers')}
        >
          {triggers.map((trigger, index) => (
            <TriggerEntry
              key={index}
              {...{ trigger, index, hasTried, locale, problems }}
              count={triggers.length}
              placeholder={trigger.text[site.defaultLocale]}
              onChange={(part) => set(withEntry(triggers, index, part))}
              onMove={(to) => set(moved(triggers, index, to))}
              onRemove={() => set(without(triggers, index))}
            />
          ))}
        </Flex>
        <Flex>
          <Button
            variant="secondary"
            startIcon={<Plus aria-hidden />}
            disabled={triggers.length >= MOST_TRIGGERS}
            onClick={add}
          >
            {t('settings.appearance.triggers.add')}
          </Button>
        </Flex>
      </Panel>
    </div>
  );
}

interface TriggerEntryProps extends Pick<AppearancePanelProps, 'hasTried' | 'locale' | 'problems'> {
  readonly trigger: Trigger;
  readonly index: number;
  readonly count: number;
  readonly placeholder: string;
  readonly onChange: (part: Partial<Trigger>) => void;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
}

function TriggerEntry({
  count,
  hasTried,
  index,
  locale,
  onChange,
  onMove,
  onRemove,
  placeholder,
  problems,
  trigger,
}: TriggerEntryProps) {
  const t = useTexts();
  const place = `appearance.triggers.${index}`;
  return (
    <Entry>
      <TextField
        label={t('settings.appearance.trigger.text')}
        placeholder={placeholder}
        error={hasTried && problems.has(`${place}.text`) ? t('settings.required') : undefined}
        value={trigger.text[locale]}
        maxLength={160}
        onChange={(text) => onChange({ text: { ...trigger.text, [locale]: text } })}
      />
      <TextField
        label={t('settings.appearance.trigger.pattern')}
        hint={t('settings.appearance.trigger.pattern.hint')}
        error={
          problems.has(`${place}.pattern`) ? t('settings.appearance.trigger.pattern.invalid') : undefined
        }
        value={trigger.pattern}
        maxLength={200}
        onChange={(pattern) => onChange({ pattern })}
      />
      <NumberField
        label={t('settings.appearance.trigger.seconds')}
        min={0}
        max={MOST_SECONDS}
        value={trigger.afterSeconds}
        onChange={(seconds) => onChange({ afterSeconds: seconds ?? 0 })}
      />
      <Flex justifyContent="flex-end">
        <OrderButtons
          name={t('settings.appearance.trigger.name', { number: index + 1 })}
          {...{ count, index, onMove, onRemove }}
        />
      </Flex>
    </Entry>
  );
}
