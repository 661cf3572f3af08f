import { styled } from 'styled-components';

import type { ComparedVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { cutText } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import type { Chosen, MergeLine } from '../model/merge-draft';
import { ContactFacts } from './ContactFacts';
import { MergeChoice } from './MergeChoice';
import { VisitorFace } from './VisitorFace';

const Two = styled.div`
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: 8px;
  @media (max-width: 480px) {
    grid-template-columns: 1fr;
  }
`;

const Card = styled.div`
  display: flex;
  align-items: center;
  gap: 10px;
  min-width: 0;
  padding: 10px 12px;
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral100};
  div {
    min-width: 0;
    line-height: 1.8rem;
  }
  b,
  small {
    ${cutText}
    display: block;
  }
  b {
    font-weight: 600;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
    white-space: normal;
  }
`;

const Settled = styled.dl`
  display: grid;
  grid-template-columns: minmax(72px, max-content) 1fr;
  gap: 4px 16px;
  margin: 0;
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    color: ${({ theme }) => theme.colors.neutral800};
    overflow-wrap: anywhere;
  }
`;

interface MergePreviewProps {
  readonly visitors: readonly [ComparedVisitor, ComparedVisitor];
  readonly lines: readonly MergeLine[];
  readonly chosen: Chosen;
  readonly onChoose: (key: string, id: ComparedVisitor['id']) => void;
}

/** Both visitors side by side: values to choose from, and values that are settled already. */
export function MergePreview({ chosen, lines, onChoose, visitors }: MergePreviewProps) {
  const t = useTexts();
  const locale = useLocale();
  const fields = useAttendance(({ tools }) => tools.fields);
  const labelOf = ({ field, key }: MergeLine): string => {
    if (field !== null)
      return field.label[locale] || fields.find(({ id }) => id === field.id)?.label[locale] || key;
    return key === 'name' || key === 'email' || key === 'phone' || key === 'document'
      ? t(`ui.field.${key}`)
      : key;
  };
  const settled = lines.filter(({ isOpen }) => !isOpen);
  return (
    <>
      <Two>
        {visitors.map((visitor, side) => (
          <Card key={visitor.id}>
            <VisitorFace id={visitor.id} name={visitor.name} />
            <div>
              <small>{t(side === 0 ? 'visitors.merge.this' : 'visitors.merge.other')}</small>
              <b dir="auto" title={visitorName(visitor, t)}>
                {visitorName(visitor, t)}
              </b>
              <ContactFacts visitor={visitor} />
            </div>
          </Card>
        ))}
      </Two>
      {lines
        .filter(({ isOpen }) => isOpen)
        .map((line) => (
          <MergeChoice
            key={line.key}
            line={line}
            label={labelOf(line)}
            visitors={visitors}
            chosen={chosen.get(line.key) ?? null}
            onChoose={(id) => onChoose(line.key, id)}
          />
        ))}
      {settled.length > 0 && (
        <Settled>
          {settled.map((line) => [
            <dt key={`${line.key} name`}>{labelOf(line)}</dt>,
            <dd key={line.key} dir="auto">
              {line.stays}
            </dd>,
          ])}
        </Settled>
      )}
    </>
  );
}
