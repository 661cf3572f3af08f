import { createContext, useCallback, useContext, useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';

import type { ReportChoices } from '../../../../plugins/attendance/protocol/reports/reports';
import { queryOf, readAddress, writeAddress, type ReportAddress } from '../address/address';
import { behindTo, type Behind } from '../address/drill';

export interface ReportContextValue {
  readonly address: ReportAddress;
  readonly choices: ReportChoices;
  /** Query of the address for the server, without conditions. */
  readonly query: string;
  /** Goes to an address on the same tab. */
  readonly change: (part: Partial<ReportAddress>) => void;
  /** Returns the place of the interactions behind a figure. */
  readonly behind: (behind: Behind) => string;
}

/** What stays when the filters change: how rows are sorted, and not the page of them. */
const ORDER = ['sort', 'by', 'order'];

const Context = createContext<ReportContextValue | null>(null);

/** Gives the tabs below it the address, and the names of what can be filtered by. */
export function ReportProvider({
  children,
  choices,
}: {
  readonly choices: ReportChoices;
  readonly children: ReactNode;
}) {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readAddress(search), [search]);
  const change = useCallback(
    (part: Partial<ReportAddress>) =>
      setSearch((before) => {
        const next = writeAddress({ ...address, ...part });
        for (const name of ORDER) {
          const value = before.get(name);
          if (value !== null) next.set(name, value);
        }
        return next;
      }),
    [address, setSearch],
  );
  const behind = useCallback((figure: Behind) => behindTo(address, figure), [address]);
  const query = queryOf({ ...address, conditions: {} }, choices.today).toString();
  const value = useMemo(
    () => ({ address, choices, query, change, behind }),
    [address, choices, query, change, behind],
  );
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** Returns the context; null on a page of figures without filters, as an agent's own day. */
export function useOptionalContext(): ReportContextValue | null {
  return useContext(Context);
}

export function useReportContext(): ReportContextValue {
  const value = useContext(Context);
  if (value === null) throw new Error('Reports are rendered within a ReportProvider.');
  return value;
}
