import { useMemo, useRef } from 'react';
import type { Announcements, UniqueIdentifier } from '@dnd-kit/core';

import type { FormField } from '../../../../plugins/attendance/protocol/settings/form';
import { useTexts } from '../../i18n/useTexts';
import { moveField } from './form-draft';

/** Returns the screen reader's announcements while a field is being dragged, in the panel's language. */
export function useAnnouncements(
  fields: readonly FormField[],
  nameOf: (field: FormField) => string,
): Announcements {
  const t = useTexts();
  const isOnlyLifted = useRef(false);
  return useMemo(() => {
    const indexOf = (id: UniqueIdentifier): number => fields.findIndex((field) => field.id === id);
    const announce = (
      key:
        | 'settings.form.drag.start'
        | 'settings.form.drag.over'
        | 'settings.form.drag.end'
        | 'settings.form.drag.cancel',
      id: UniqueIdentifier,
      at: number,
    ) => {
      const field = fields[indexOf(id)];
      return t(key, { name: field === undefined ? '' : nameOf(field), place: at + 1, count: fields.length });
    };
    return {
      onDragStart: ({ active }) => {
        isOnlyLifted.current = true;
        return announce('settings.form.drag.start', active.id, indexOf(active.id));
      },
      onDragOver: ({ active, over }) => {
        // A field that is lifted is over itself at once: that must not drown that it was lifted.
        const isNews = !isOnlyLifted.current || over?.id !== active.id;
        isOnlyLifted.current = false;
        return isNews
          ? announce('settings.form.drag.over', active.id, indexOf(over?.id ?? active.id))
          : undefined;
      },
      onDragEnd: ({ active, over }) => {
        const to = indexOf(over?.id ?? active.id);
        const isMoved = moveField(fields, indexOf(active.id), to).ok;
        return isMoved
          ? announce('settings.form.drag.end', active.id, to)
          : announce('settings.form.drag.cancel', active.id, indexOf(active.id));
      },
      onDragCancel: ({ active }) => announce('settings.form.drag.cancel', active.id, indexOf(active.id)),
    };
  }, [fields, nameOf, t]);
}
