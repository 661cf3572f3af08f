import { Button, Checkbox, Popover, TextButton } from '@strapi/design-system';
import { Faders } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { FIRST_COLUMNS, ROW_NAME, type Column } from './columns';

const List = styled.div`
  display: flex;
  flex-direction: column;
  gap: 10px;
  width: 280px;
  max-height: min(420px, 60vh);
  padding: 16px;
  overflow-y: auto;
`;

interface ColumnsMenuProps {
  readonly columns: readonly Column[];
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}

/** Choice of the list's columns; it holds for this user in this browser. */
export function ColumnsMenu({ chosen, columns, onChoose }: ColumnsMenuProps) {
  const t = useTexts();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button size="S" variant="tertiary" startIcon={<Faders aria-hidden />}>
          {t('reports.interactions.columns')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" sideOffset={4}>
        <List role="group" aria-label={t('reports.interactions.columns')}>
          {columns
            .filter(({ key }) => key !== ROW_NAME)
            .map(({ key, name }) => (
              <Checkbox
                key={key}
                checked={chosen.includes(key)}
                onCheckedChange={(isOn) =>
                  onChoose(isOn === true ? [...chosen, key] : chosen.filter((each) => each !== key))
                }
              >
                {name}
              </Checkbox>
            ))}
          <TextButton onClick={() => onChoose(FIRST_COLUMNS)}>
            {t('reports.interactions.columns.reset')}
          </TextButton>
        </List>
      </Popover.Content>
    </Popover.Root>
  );
}
