import { Box, Button, Checkbox, Field, Flex, IconButton, TextInput, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Holiday } from '../../../../plugins/attendance/protocol/settings/hours';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import { DateInput } from '../../ui/DateInput';
import { DayEditor } from './DayEditor';
import { faultOfHoliday, newHoliday, type HolidayFault } from './edit-hours';

const Row = styled.li`
  display: grid;
  grid-template-columns: 160px minmax(160px, 1fr) auto minmax(220px, auto) auto;
  gap: 16px;
  align-items: start;
  padding: 16px 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};

  @media (max-width: 1100px) {
    grid-template-columns: 1fr;
  }
`;

interface HolidaysPanelProps {
  readonly holidays: readonly Holiday[];
  /** Whether there was an attempt to save: missing values are reported from then on. */
  readonly hasTried: boolean;
  readonly onChange: (holidays: Holiday[]) => void;
}

/** Settings of the holidays: days with hours of their own, or none. */
export function HolidaysPanel({ hasTried, holidays, onChange }: HolidaysPanelProps) {
  const t = useTexts();
  const change = (index: number, part: Partial<Holiday>): void =>
    onChange(holidays.map((holiday, each) => (each === index ? { ...holiday, ...part } : holiday)));
  return (
    <Panel title={t('settings.hours.holidays')}>
      {holidays.length === 0 && (
        <Typography textColor="neutral600">{t('settings.hours.holidays.empty')}</Typography>
      )}
      {holidays.length > 0 && (
        <Box tag="ul">
          {holidays.map((holiday, index) => (
            <HolidayRow
              key={index}
              holiday={holiday}
              fault={displayedFault(faultOfHoliday(holiday, holidays), hasTried)}
              onChange={(part) => change(index, part)}
              onRemove={() => onChange(holidays.filter((_, each) => each !== index))}
            />
          ))}
        </Box>
      )}
      <div>
        <Button
          variant="secondary"
          startIcon={<Plus aria-hidden />}
          onClick={() => onChange([...holidays, newHoliday(holidays, Date.now())])}
        >
          {t('settings.hours.holidays.add')}
        </Button>
      </div>
    </Panel>
  );
}

/** Returns the fault to show: an empty value is none until an attempt to save. */
function displayedFault(fault: HolidayFault | null, hasTried: boolean): HolidayFault | null {
  return hasTried || fault !== 'name' ? fault : null;
}

interface HolidayRowProps {
  readonly holiday: Holiday;
  readonly fault: HolidayFault | null;
  readonly onChange: (part: Partial<Holiday>) => void;
  readonly onRemove: () => void;
}

function HolidayRow({ fault, holiday, onChange, onRemove }: HolidayRowProps) {
  const t = useTexts();
  const { date, intervals, isYearly, name } = holiday;
  const dateFault =
    fault === 'date' ? t('settings.tools.required') : fault === 'twice' && t('settings.hours.holiday.twice');
  const called = name === '' ? t('settings.hours.holiday.new') : name;
  return (
    <Row>
      <Field.Root error={dateFault}>
        <Field.Label>{t('settings.hours.holiday.date')}</Field.Label>
        <DateInput
          value={date}
          onChange={({ target }: { target: HTMLInputElement }) => onChange({ date: target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root error={fault === 'name' && t('settings.tools.required')}>
        <Field.Label>{t('settings.hours.holiday.name')}</Field.Label>
        <TextInput
          value={name}
          maxLength={80}
          onChange={({ target }: { target: HTMLInputElement }) => onChange({ name: target.value })}
        />
        <Field.Error />
      </Field.Root>
      <Flex paddingTop={{ initial: 0, large: 7 }} minHeight="40px">
        <Checkbox checked={isYearly} onCheckedChange={(isOn) => onChange({ isYearly: isOn === true })}>
          {t('settings.hours.holiday.yearly')}
        </Checkbox>
      </Flex>
      <Box paddingTop={{ initial: 0, large: 6 }}>
        <DayEditor name={called} day={intervals} onChange={(next) => onChange({ intervals: [...next] })} />
      </Box>
      <Box paddingTop={{ initial: 0, large: 6 }}>
        <IconButton
          label={t('settings.hours.holiday.remove', { name: called })}
          variant="ghost"
          onClick={onRemove}
        >
          <Trash />
        </IconButton>
      </Box>
    </Row>
  );
}
