import { Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { OpenInterval } from '../../../../plugins/attendance/protocol/settings/hours';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import { DayEditor } from './DayEditor';

const Days = styled.div`
  display: grid;
  grid-template-columns: minmax(110px, 160px) 1fr;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};

  & > * {
    padding: 12px 0;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  @media (max-width: 480px) {
    grid-template-columns: 1fr;

    & > :nth-child(odd) {
      padding-bottom: 0;
      border-bottom: 0;
    }
  }
`;

const DayName = styled.span`
  display: block;
  padding-top: 6px;
  font-size: 1.4rem;
  font-weight: 500;
  color: ${({ theme }) => theme.colors.neutral800};

  &::first-letter {
    text-transform: uppercase;
  }
`;

const WORKING_DAYS = 5;

interface WeekPanelProps {
  readonly week: readonly (readonly OpenInterval[])[];
  readonly onChange: (week: OpenInterval[][]) => void;
}

/** Settings of the week's hours, Monday first. */
export function WeekPanel({ onChange, week }: WeekPanelProps) {
  const t = useTexts();
  const names = useDayNames();
  const set = (changed: (day: readonly OpenInterval[], index: number) => readonly OpenInterval[]): void =>
    onChange(week.map((day, index) => [...changed(day, index)]));
  return (
    <Panel title={t('settings.hours.week')}>
      <Typography textColor="neutral600">{t('settings.hours.week.hint')}</Typography>
      <Days>
        {names.flatMap((name, index) => [
          <DayName key={`${name} name`}>{name}</DayName>,
          <DayEditor
            key={name}
            name={name}
            day={week[index] ?? []}
            onChange={(next) => set((day, each) => (each === index ? next : day))}
          />,
        ])}
      </Days>
      <div>
        <Button
          variant="tertiary"
          onClick={() => set((day, index) => (index < WORKING_DAYS ? (week[0] ?? []) : day))}
        >
          {t('settings.hours.copy')}
        </Button>
      </div>
    </Panel>
  );
}

/** Returns the names of the days in the panel's language, Monday first. */
function useDayNames(): string[] {
  const format = new Intl.DateTimeFormat(useLocale(), { weekday: 'long', timeZone: 'UTC' });
  // 2024 began on a Monday.
  return Array.from({ length: 7 }, (_, index) => format.format(Date.UTC(2024, 0, 1 + index)));
}
