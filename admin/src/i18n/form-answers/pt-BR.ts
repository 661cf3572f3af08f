/** What the visitor filled in before the contact. */
export const formAnswersPtBR = {
  'answers.title': 'Formulário',
  'answers.yes': 'Sim',
  'answers.agreed': 'Consentimento',
  'answers.informed': 'Aviso de privacidade',
  'answers.consent': 'Texto {version}, {time}',
};
