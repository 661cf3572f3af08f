import type { formAnswersPtBR } from './pt-BR';

/** What the visitor filled in before the contact. */
export const formAnswersEs: Readonly<Record<keyof typeof formAnswersPtBR, string>> = {
  'answers.title': 'Formulario',
  'answers.yes': 'Sí',
  'answers.agreed': 'Consentimiento',
  'answers.informed': 'Aviso de privacidad',
  'answers.consent': 'Texto {version}, {time}',
};
