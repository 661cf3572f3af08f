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
  /** Whoever leaves a field hears at once that what stands there is no such thing; that nothing does is told at the end. */
  leave(field: PanelField): void;
  /** Shows what is wrong, and takes the visitor to the first of it. */
  show(faults: Faults): void;
}

/** The element of a field, or of the first option of one. */
export const elementId = (fieldId: string): string => `field-${fieldId}`;

/** What the visitor has answered so far, and what is wrong with it. */
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
