import { Button, Checkbox, Popover, TextButton } from '@strapi/design-system';
import { Faders } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';

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
  /** Columns that can be chosen. */
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  /** Those that are chosen at first. */
  readonly first: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (keys: readonly string[]) => void;
}

/** Choice of a table's columns; it holds for this user in this browser. */
export function ColumnsMenu({ chosen, columns, first, onChoose }: ColumnsMenuProps) {
  const t = useTexts();
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button size="S" variant="tertiary" startIcon={<Faders aria-hidden />}>
          {t('reports.tables.columns')}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" sideOffset={4}>
        <List role="group" aria-label={t('reports.tables.columns')}>
          {columns.map(({ key, name }) => (
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
          <TextButton onClick={() => onChoose(first)}>{t('reports.tables.columns.reset')}</TextButton>
        </List>
      </Popover.Content>
    </Popover.Root>
  );
}
