import type { formAnswersPtBR } from './pt-BR';

/** What the visitor filled in before the contact. */
export const formAnswersEn: Readonly<Record<keyof typeof formAnswersPtBR, string>> = {
  'answers.title': 'Form',
  'answers.yes': 'Yes',
  'answers.agreed': 'Consent',
  'answers.informed': 'Privacy notice',
  'answers.consent': 'Text {version}, {time}',
};
