/** The words of what visitors say at the end, part of the product's own. */
export const ptBRRatings = {
  'rating.stars': '{score, plural, one {# de 5 estrelas} other {# de 5 estrelas}}',
  'rating.up': 'Gostou do atendimento',
  'rating.down': 'Não gostou do atendimento',
  'rating.given': 'Avaliação do cliente',
};

export type RatingTexts = Readonly<Record<keyof typeof ptBRRatings, string>>;
