import { useId, useRef } from 'react';
import { Button, Flex, TextInput, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { styled } from 'styled-components';

import { MOST_OPTIONS, type FormField } from '../../../../plugins/attendance/protocol/settings/form';
import { EMPTY_LOCALIZED, localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { useTexts } from '../../i18n/useTexts';
import { OrderButtons } from '../parts/OrderButtons';
import { moved, withEntry, without } from '../parts/reorder';

const Row = styled.li`
  display: flex;
  align-items: center;
  gap: 4px;

  > :first-child {
    flex: 1;
    min-width: 0;
  }
`;

interface OptionsEditorProps {
  readonly field: FormField;
  readonly locale: Locale;
  readonly defaultLocale: Locale;
  readonly problem: string | undefined;
  readonly newId: () => string;
  readonly onChange: (part: Partial<FormField>) => void;
}

/** Editor of a choice's options; Enter in one makes the next. */
export function OptionsEditor({
  defaultLocale,
  field,
  locale,
  newId,
  onChange,
  problem,
}: OptionsEditorProps) {
  const t = useTexts();
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const { options } = field;
  const isFull = options.length >= MOST_OPTIONS;
  const set = (next: readonly FormField['options'][number][]): void => onChange({ options: [...next] });
  const add = (): void => {
    if (isFull) return;
    set([...options, { value: newId(), label: { ...EMPTY_LOCALIZED } }]);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(':scope > li:last-child input')?.focus(),
    );
  };
  const isWrong = problem === 'few-options' || problem === 'option-label';
  return (
    <div role="group" aria-labelledby={id}>
      <Typography id={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {t('settings.form.options')}
      </Typography>
      <Flex
        ref={list}
        tag="ol"
        direction="column"
        alignItems="stretch"
        gap={2}
        paddingTop={2}
        paddingBottom={2}
      >
        {options.map((option, index) => {
          const name =
            localized(option.label, locale, defaultLocale) ||
            t('settings.form.option', { number: index + 1 });
          return (
            <Row key={option.value}>
              <TextInput
                aria-label={t('settings.form.option', { number: index + 1 })}
                value={option.label[locale]}
                placeholder={option.label[defaultLocale]}
                maxLength={80}
                hasError={
                  problem === 'option-label' && Object.values(option.label).every((text) => text === '')
                }
                onKeyDown={(event: { key: string; preventDefault(): void }) => {
                  if (event.key !== 'Enter') return;
                  event.preventDefault();
                  add();
                }}
                onChange={({ target }: { target: HTMLInputElement }) =>
                  set(withEntry(options, index, { label: { ...option.label, [locale]: target.value } }))
                }
              />
              <OrderButtons
                {...{ name, index }}
                count={options.length}
                onMove={(to) => set(moved(options, index, to))}
                onRemove={() => set(without(options, index))}
              />
            </Row>
          );
        })}
      </Flex>
      {isWrong && (
        <Typography role="alert" variant="pi" textColor="danger600">
          {t(`settings.form.problem.${problem}`)}
        </Typography>
      )}
      <Flex paddingTop={1}>
        <Button size="S" variant="tertiary" startIcon={<Plus aria-hidden />} disabled={isFull} onClick={add}>
          {t('settings.form.option.add')}
        </Button>
      </Flex>
    </div>
  );
}
