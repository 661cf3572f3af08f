import { useId, type ReactNode } from 'react';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { IconButton } from '@strapi/design-system';
import { ChevronDown, Drag, Duplicate, Trash, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

import type { FormField } from '../../../../plugins/attendance/protocol/settings/form';
import { useTexts } from '../../i18n/useTexts';
import { cutText, focusRing, plainButton } from '../../ui/styles/surfaces';
import { OrderButtons } from '../parts/OrderButtons';
import { TypeIcon } from './TypeIcon';

const Item = styled.li<{ readonly $isWrong: boolean; readonly $isDragged: boolean }>`
  border: 1px solid ${({ $isWrong, theme }) => theme.colors[$isWrong ? 'danger500' : 'neutral200']};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  ${({ $isDragged }) => $isDragged && 'position: relative; z-index: 1; box-shadow: 0 8px 24px rgb(0 0 0 / 18%);'}
`;

const Line = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: flex-end;
  gap: 4px;
  padding: 8px;
`;

const Handle = styled.button`
  ${plainButton}
  ${focusRing}
  display: grid;
  place-items: center;
  flex: none;
  width: 32px;
  height: 32px;
  border-radius: 4px;
  color: ${({ theme }) => theme.colors.neutral500};
  cursor: grab;
  touch-action: none;
`;

const Title = styled.button`
  ${plainButton}
  ${focusRing}
  display: flex;
  align-items: center;
  gap: 12px;
  flex: 1 1 180px;
  min-width: 0;
  min-height: 40px;
  padding: 0 8px;
  border-radius: 4px;

  > svg {
    flex: none;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  > svg:last-child {
    width: 10px;
    margin-left: auto;
    transition: transform 150ms;
  }
  &[aria-expanded='true'] > svg:last-child {
    transform: rotate(180deg);
  }
`;

const Words = styled.span`
  ${cutText}
  display: flex;
  flex-direction: column;
  gap: 2px;

  strong {
    ${cutText}
    font-size: 1.4rem;
    font-weight: 600;
    line-height: 2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    ${cutText}
    font-size: 1.2rem;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Buttons = styled.div`
  display: flex;
  flex: none;
  gap: 4px;
`;

const Editor = styled.div`
  padding: 8px 16px 20px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** Returns the id of the button that opens a field, which takes the focus when the field comes back. */
export const titleId = (fieldId: string): string => `form-field-${fieldId}`;

interface FieldRowProps {
  readonly field: FormField;
  readonly index: number;
  readonly count: number;
  readonly name: string;
  /** Name of the field whose answer decides whether this one is asked. */
  readonly dependsOn: string | null;
  readonly isOpen: boolean;
  readonly isFull: boolean;
  readonly isWrong: boolean;
  readonly onToggle: () => void;
  readonly onMove: (to: number) => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** Row of one field: its place, its kind, and, opened, its editor. */
export function FieldRow(props: FieldRowProps) {
  const { children, count, dependsOn, field, index, isOpen, isWrong, name, onMove, onRemove } = props;
  const t = useTexts();
  const id = useId();
  const { attributes, isDragging, listeners, setActivatorNodeRef, setNodeRef, transform, transition } =
    useSortable({ id: field.id });
  const facts = [
    t(`settings.form.type.${field.type}`),
    field.isRequired && t('settings.form.required'),
    dependsOn !== null && t('settings.form.depends', { name: dependsOn }),
  ].filter((fact) => fact !== false);
  return (
    <Item
      ref={setNodeRef}
      $isWrong={isWrong}
      $isDragged={isDragging}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <Line>
        <Handle
          ref={setActivatorNodeRef}
          type="button"
          {...attributes}
          {...listeners}
          aria-roledescription={t('settings.form.drag.role')}
          aria-label={t('settings.form.drag', { name })}
        >
          <Drag aria-hidden />
        </Handle>
        <Title
          id={titleId(field.id)}
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${id}-editor`}
          onClick={props.onToggle}
        >
          <TypeIcon type={field.type} />
          <Words title={name}>
            <strong>{name}</strong>
            <small>{facts.join(' · ')}</small>
          </Words>
          {isWrong && <WarningCircle aria-label={t('settings.form.wrong')} width={16} height={16} />}
          <ChevronDown aria-hidden />
        </Title>
        <Buttons>
          <OrderButtons {...{ name, index, count, onMove }} />
          <IconButton
            label={t('settings.form.duplicate', { name })}
            variant="ghost"
            disabled={props.isFull}
            onClick={props.onDuplicate}
          >
            <Duplicate />
          </IconButton>
          <IconButton label={t('settings.remove', { name })} variant="ghost" onClick={onRemove}>
            <Trash />
          </IconButton>
        </Buttons>
      </Line>
      {isOpen && <Editor id={`${id}-editor`}>{children}</Editor>}
    </Item>
  );
}
