import { Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { focusRing, modeOf } from '../../ui/styles/surfaces';
import {
  canAdd,
  fromClock,
  hasFault,
  passesMidnight,
  toClock,
  withChange,
  withInterval,
  withoutInterval,
  type Day,
} from './edit-hours';

const Time = styled.input`
  ${focusRing}
  height: 32px;
  padding: 0 8px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  color-scheme: ${({ theme }) => modeOf(theme)};
  font: inherit;
  font-size: 1.4rem;
  font-variant-numeric: tabular-nums;
`;

interface DayEditorProps {
  /** Name of the day, for readers who cannot see its place. */
  readonly name: string;
  readonly day: Day;
  readonly onChange: (day: Day) => void;
}

/** Editor of one day's intervals; without any the company is closed. */
export function DayEditor({ day, name, onChange }: DayEditorProps) {
  const t = useTexts();
  const bound = (index: number, edge: 'from' | 'to', value: number) => (
    <Time
      type="time"
      required
      aria-invalid={hasFault(day) ? true : undefined}
      aria-label={t(`settings.hours.${edge}`, { day: name })}
      value={toClock(value)}
      onChange={({ target }) => {
        const minute = fromClock(target.value, edge);
        if (minute !== null) onChange(withChange(day, index, { [edge]: minute }));
      }}
    />
  );
  const add = canAdd(day) && (
    <IconButton
      label={t('settings.hours.add', { day: name })}
      variant="ghost"
      onClick={() => onChange(withInterval(day))}
    >
      <Plus />
    </IconButton>
  );
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {day.length === 0 && (
        <Flex gap={2} minHeight="32px">
          <Typography textColor="neutral600">{t('settings.hours.closed')}</Typography>
          {add}
        </Flex>
      )}
      {day.map((interval, index) => (
        <Flex key={index} gap={2} wrap="wrap">
          {bound(index, 'from', interval.from)}
          <Typography variant="pi" textColor="neutral600">
            {t('settings.hours.until')}
          </Typography>
          {bound(index, 'to', interval.to)}
          {passesMidnight(interval) && interval.from !== interval.to && (
            <Typography variant="pi" textColor="neutral600">
              {t('settings.hours.nextDay')}
            </Typography>
          )}
          <IconButton
            label={t('settings.hours.remove', { day: name })}
            variant="ghost"
            onClick={() => onChange(withoutInterval(day, index))}
          >
            <Cross />
          </IconButton>
          {index === day.length - 1 && add}
        </Flex>
      ))}
      {hasFault(day) && (
        <Typography variant="pi" textColor="danger600" role="alert">
          {t('settings.hours.fault')}
        </Typography>
      )}
    </Flex>
  );
}
