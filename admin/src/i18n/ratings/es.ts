import type { RatingTexts } from './pt-BR';

export const esRatings: RatingTexts = {
  'rating.stars': '{score, plural, one {# de 5 estrellas} other {# de 5 estrellas}}',
  'rating.up': 'Le gustó la atención',
  'rating.down': 'No le gustó la atención',
  'rating.given': 'Valoración del cliente',
};
