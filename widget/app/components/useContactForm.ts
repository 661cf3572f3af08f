import { useState } from 'react';

import type { Form } from '../../../plugins/attendance/protocol/rest';
import { checkForm, type Contact, type FieldFault, type FieldName } from '../model/form';

export interface ContactForm {
  readonly contact: Contact;
  readonly faults: Partial<Record<FieldName, FieldFault>>;
  change(name: FieldName, value: string): void;
  /** Whether everything is in order; else the first faulty field is focused. */
  check(form: Form): boolean;
}

/** Name, e-mail and phone as typed, kept while the panel goes from one form to another. */
export function useContactForm(knownName: string): ContactForm {
  const [typed, setTyped] = useState<Partial<Contact>>({});
  const [faults, setFaults] = useState<ContactForm['faults']>({});
  const contact: Contact = { name: knownName, email: '', phone: '', ...typed };
  return {
    contact,
    faults,
    change(name, value) {
      setTyped({ ...typed, [name]: value });
      setFaults({ ...faults, [name]: undefined });
    },
    check(form) {
      const found = checkForm(form, contact);
      const [first] = Object.keys(found);
      setFaults(found);
      if (first) document.getElementById(first)?.focus();
      return !first;
    },
  };
}
