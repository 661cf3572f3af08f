import { useCallback, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';

import { readColumns } from './chosen-columns';

/** Returns the keys of a table's columns that this user chose in this browser, and the function that keeps others. */
export function useColumns(
  table: 'interactions' | 'agents' | 'departments' | 'sites',
  first: readonly string[],
): readonly [readonly string[], (keys: readonly string[]) => void] {
  const userId = useAuth('AttendanceReports', ({ user }) => user?.id ?? 0);
  // That of the interactions was the first.
  const place = `attendance-report-columns-${table === 'interactions' ? '' : `${table}-`}${userId}`;
  const [chosen, setChosen] = useState(() => readColumns(localStorage.getItem(place), first));
  const choose = useCallback(
    (keys: readonly string[]) => {
      setChosen(keys);
      localStorage.setItem(place, JSON.stringify(keys));
    },
    [place],
  );
  return [chosen, choose];
}
