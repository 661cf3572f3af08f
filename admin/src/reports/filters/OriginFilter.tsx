import { useEffect, useState } from 'react';
import { TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { useReportContext } from '../frame/ReportContext';
import { withFilter } from './with-filter';

const LENGTH_MAX = 500;

const Form = styled.form`
  min-width: 0;
  input {
    font-size: 1.3rem;
  }
`;

/** Filter by the page on which visitors asked; in force by Enter, or when the field is left. */
export function OriginFilter() {
  const t = useTexts();
  const { address, change } = useReportContext();
  const { filters } = address;
  const inForce = filters.origin ?? '';
  const [text, setText] = useState(inForce);
  useEffect(() => setText(inForce), [inForce]);
  const apply = (): void => {
    if (text.trim() !== inForce) change({ filters: withFilter(filters, 'origin', text.trim()) });
  };
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <TextInput
        size="S"
        aria-label={t('reports.filters.by.origin')}
        placeholder={t('reports.filters.by.origin')}
        title={text}
        maxLength={LENGTH_MAX}
        value={text}
        onChange={({ target }: { target: HTMLInputElement }) => setText(target.value)}
        onBlur={apply}
      />
    </Form>
  );
}
