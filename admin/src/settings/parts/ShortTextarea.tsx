import { Textarea } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Text area for a sentence or two: Strapi's own is made for more. */
export const ShortTextarea = styled(Textarea)`
  min-height: 6.8rem;
  height: 6.8rem;
`;
