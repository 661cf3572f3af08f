import { useCallback, useState } from 'react';
import { useAuth } from '@strapi/strapi/admin';

import { readColumns } from './chosen-columns';

/** Returns the keys of the columns that this user chose in this browser, and the function that keeps others. */
export function useColumns(): readonly [readonly string[], (keys: readonly string[]) => void] {
  const userId = useAuth('AttendanceReports', ({ user }) => user?.id ?? 0);
  const place = `attendance-report-columns-${userId}`;
  const [chosen, setChosen] = useState(() => readColumns(localStorage.getItem(place)));
  const choose = useCallback(
    (keys: readonly string[]) => {
      setChosen(keys);
      localStorage.setItem(place, JSON.stringify(keys));
    },
    [place],
  );
  return [chosen, choose];
}
