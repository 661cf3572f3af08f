import { useCallback, useState } from 'react';

import type { Outcome } from '../../strapi/request';

export interface Edited<Data> {
  readonly value: Data;
  readonly stored: Data;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Outcome of the last attempt; null once something is changed again. */
  readonly outcome: Outcome<Data> | null;
  change(part: Partial<Data>): void;
  save(): Promise<void>;
}

/** Returns a copy of what is stored, to be changed and then saved as a whole with the version it was made from. */
export function useEdited<Data extends object>(
  initial: Data,
  send: (value: Data) => Promise<Outcome<Data>>,
): Edited<Data> {
  const [stored, setStored] = useState(initial);
  const [value, setValue] = useState(initial);
  const [isSaving, setSaving] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<Data> | null>(null);
  const change = useCallback((part: Partial<Data>) => {
    setOutcome(null);
    setValue((before) => ({ ...before, ...part }));
  }, []);
  const save = async (): Promise<void> => {
    setSaving(true);
    const answer = await send(value);
    setSaving(false);
    setOutcome(answer);
    if (!answer.ok) return;
    setStored(answer.data);
    setValue(answer.data);
  };
  const isDirty = JSON.stringify(value) !== JSON.stringify(stored);
  return { value, stored, isDirty, isSaving, outcome, change, save };
}
