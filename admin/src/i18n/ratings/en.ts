import type { RatingTexts } from './pt-BR';

export const enRatings: RatingTexts = {
  'rating.stars': '{score, plural, one {# of 5 stars} other {# of 5 stars}}',
  'rating.up': 'Liked the service',
  'rating.down': 'Did not like the service',
  'rating.given': 'The customer’s rating',
};
