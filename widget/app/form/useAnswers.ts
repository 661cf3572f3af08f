import { useState } from 'react';

import {
  faultOf,
  type Answers,
  type FieldFault,
} from '../../../plugins/attendance/protocol/rules/form-rules';
import type { PanelField } from '../../../plugins/attendance/protocol/settings/site';
import type { FormContext } from './form-part';

type Faults = ReadonlyMap<string, FieldFault>;

export interface AnswerSheet {
  readonly answers: Answers;
  readonly faults: Faults;
  change(field: PanelField, answer: string): void;
  /** Checks a field on blur: an invalid value is reported at once, a missing one only on submit. */
  leave(field: PanelField): void;
  /** Shows the given faults, and focuses the first field that has one. */
  show(faults: Faults): void;
}

/** Returns the element id of a field, or of the first option of a field with options. */
export const elementId = (fieldId: string): string => `field-${fieldId}`;

/** Holds the visitor's answers so far, and the fault of each field that has one. */
export function useAnswers({ typed }: FormContext): AnswerSheet {
  const [answers, setAnswers] = useState(typed.answers);
  const [faults, setFaults] = useState<Faults>(new Map());

  function mark(id: string, fault: FieldFault | null): void {
    const next = new Map(faults);
    if (fault === null) next.delete(id);
    else next.set(id, fault);
    setFaults(next);
  }

  return {
    answers,
    faults,
    change({ id }, answer) {
      typed.answers = { ...typed.answers, [id]: answer };
      setAnswers(typed.answers);
      if (faults.has(id)) mark(id, null);
    },
    leave(field) {
      const fault = faultOf(field, typed.answers);
      if (fault !== 'required') mark(field.id, fault);
    },
    show(found) {
      setFaults(found);
      const [first] = found.keys();
      if (first !== undefined) document.getElementById(elementId(first))?.focus();
    },
  };
}
