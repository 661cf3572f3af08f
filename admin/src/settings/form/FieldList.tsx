import type { ReactNode } from 'react';
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MeasuringStrategy,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
  type Modifier,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { Flex } from '@strapi/design-system';

import type { FormField } from '../../../../plugins/attendance/protocol/settings/form';
import { useTexts } from '../../i18n/useTexts';
import { FieldRow } from './FieldRow';
import { useAnnouncements } from './useAnnouncements';

/** Distance in px from which a drag begins: a pointer that only wants to click moves a little too. */
const DRAG_FROM_PX = 5;

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

interface FieldListProps {
  readonly fields: readonly FormField[];
  readonly openId: string | null;
  readonly isFull: boolean;
  readonly isWrong: (index: number) => boolean;
  readonly nameOf: (field: FormField) => string;
  readonly onOpen: (id: string | null) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onDuplicate: (id: string) => void;
  readonly onRemove: (field: FormField) => void;
  /** Renders the editor of the field that is open. */
  readonly children: (field: FormField, index: number) => ReactNode;
}

/** List of the fields in their order, which is changed by dragging, by the keyboard in the same way, or by buttons. */
export function FieldList(props: FieldListProps) {
  const t = useTexts();
  const { children, fields, nameOf, onDuplicate, onMove, onOpen, onRemove, openId } = props;
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: DRAG_FROM_PX } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const announcements = useAnnouncements(fields, nameOf);
  const drop = ({ active, over }: DragEndEvent): void => {
    const indexOf = (id: unknown): number => fields.findIndex((field) => field.id === id);
    if (over !== null && over.id !== active.id) onMove(indexOf(active.id), indexOf(over.id));
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      measuring={{ droppable: { strategy: MeasuringStrategy.Always } }}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('settings.form.drag.how') } }}
      // Rows of one height are easier to move among, for eyes and for the arrows.
      onDragStart={() => onOpen(null)}
      onDragEnd={drop}
    >
      <SortableContext items={fields.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
        <Flex tag="ol" direction="column" alignItems="stretch" gap={2} aria-label={t('settings.form.fields')}>
          {fields.map((field, index) => (
            <FieldRow
              key={field.id}
              {...{ field, index }}
              count={fields.length}
              name={nameOf(field)}
              dependsOn={sourceOf(field, fields, nameOf)}
              isOpen={field.id === openId}
              isFull={props.isFull}
              isWrong={props.isWrong(index)}
              onToggle={() => onOpen(field.id === openId ? null : field.id)}
              onMove={(to) => onMove(index, to)}
              onDuplicate={() => onDuplicate(field.id)}
              onRemove={() => onRemove(field)}
            >
              {children(field, index)}
            </FieldRow>
          ))}
        </Flex>
      </SortableContext>
    </DndContext>
  );
}

function sourceOf(
  { condition }: FormField,
  fields: readonly FormField[],
  nameOf: (field: FormField) => string,
): string | null {
  const source = fields.find(({ id }) => id === condition?.fieldId);
  return source === undefined ? null : nameOf(source);
}
