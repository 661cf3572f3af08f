import { styled } from 'styled-components';

import type { ComparedVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import type { MergeLine } from '../model/merge-draft';

const Group = styled.fieldset`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
  legend {
    margin-bottom: 4px;
    padding: 0;
    font-size: 1.2rem;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  @media (max-width: 480px) {
    grid-template-columns: 1fr;
  }
`;

const Option = styled.label`
  display: flex;
  align-items: center;
  gap: 10px;
  min-width: 0;
  min-height: 44px;
  padding: 8px 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  color: ${({ theme }) => theme.colors.neutral800};
  cursor: pointer;
  overflow-wrap: anywhere;
  input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  i {
    flex: none;
    width: 16px;
    height: 16px;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    border-radius: 50%;
  }
  &:hover {
    background: ${shade('hovered')};
  }
  &:has(input:checked) {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${shade('selected')};
  }
  input:checked ~ i {
    border: 5px solid ${({ theme }) => theme.colors.primary600};
  }
  &:has(input:focus-visible) {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface MergeChoiceProps {
  readonly line: MergeLine;
  readonly label: string;
  readonly visitors: readonly [ComparedVisitor, ComparedVisitor];
  readonly chosen: VisitorId | null;
  readonly onChoose: (id: VisitorId) => void;
}

/** Choice between two differing values, side by side: one of them is kept. */
export function MergeChoice({ chosen, label, line, onChoose, visitors }: MergeChoiceProps) {
  const t = useTexts();
  return (
    <Group>
      <legend>{t('visitors.merge.choose', { field: label })}</legend>
      {visitors.map(({ id }, side) => (
        <Option key={id}>
          <input
            type="radio"
            name={`merge-${line.key}`}
            checked={chosen === id}
            onChange={() => onChoose(id)}
          />
          <i aria-hidden />
          <span dir="auto">{line.values[side]}</span>
        </Option>
      ))}
    </Group>
  );
}
