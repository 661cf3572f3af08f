import type { ConsentGiven, Form, FormAnswer, FormField } from '../../../../protocol/settings/form';
import type { FieldTarget } from '../../../../protocol/shared/field-targets';
import {
  answerTo,
  askedFields,
  faultsIn,
  type Answers,
  type Known,
} from '../../../../protocol/rules/form-rules';
import { localized, type Localized } from '../../../../protocol/shared/text/localized';
import type { Channel, Locale } from '../../../../protocol/shared/choices';

/** Request's data, and what is known of the visitor who sent it. */
export interface Contact {
  readonly channel: Channel;
  readonly answers: Answers;
  readonly consentVersion: number | null;
  readonly known: Known;
  readonly locale: Locale;
}

/** Parts of the form that are stored. */
export interface TakenForm {
  readonly answers: readonly FormAnswer[];
  /** Visitor's own data, from the answers [A4]. */
  readonly fields: Partial<Readonly<Record<FieldTarget, string>>>;
  readonly consent: ConsentGiven | null;
}

export type FormDecision =
  | { readonly ok: true; readonly taken: TakenForm }
  | { readonly ok: false; readonly reason: string };

/**
 * Judges what a visitor filled in by the site's own form [F2, W5]; the browser's judgement counts for nothing. Answers to what is not
 * asked are dropped. A consent to another text than today's is none.
 */
export function takeForm(
  form: Form,
  contact: Contact,
  { fallback, now }: { readonly fallback: Locale; readonly now: number },
): FormDecision {
  const { answers, channel, consentVersion, known, locale } = contact;
  const [fault] = faultsIn(form, channel, answers, known);
  if (fault !== undefined) return { ok: false, reason: `answers.${fault[0]}: ${fault[1]}` };
  const { consent } = form;
  const isConsentAsked = form.isOn && consent.isOn;
  if (isConsentAsked && consentVersion === null && consent.needsCheck)
    return { ok: false, reason: 'consentVersion: required' };
  if (isConsentAsked && consentVersion !== null && consentVersion !== consent.version)
    return { ok: false, reason: 'consentVersion: not the present text' };
  const say = (text: Localized): string => localized(text, locale, fallback);
  const given = askedFields(form, channel, answers).flatMap((field) => {
    const value = answerTo(field, answers);
    return value === '' ? [] : [{ field, value }];
  });
  return {
    ok: true,
    taken: {
      answers: given.map(({ field, value }) => ({
        fieldId: field.id,
        type: field.type,
        label: say(field.label),
        value,
        shown: shownAs(field, value, say),
      })),
      fields: Object.fromEntries(
        given.flatMap(({ field, value }) => (field.target === null ? [] : [[field.target, value]])),
      ),
      consent:
        isConsentAsked && consentVersion !== null
          ? {
              version: consent.version,
              text: say(consent.text),
              isChecked: consent.needsCheck,
              givenAt: now,
            }
          : null,
    },
  };
}

function shownAs({ options, type }: FormField, value: string, say: (text: Localized) => string): string {
  switch (type) {
    case 'choice': {
      const option = options.find((one) => one.value === value);
      return option === undefined ? value : say(option.label);
    }
    case 'text':
    case 'email':
    case 'phone':
    case 'cpf':
    case 'checkbox':
    case 'long-text':
      return value;
  }
}
