import { TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

import { modeOf } from './styles/surfaces';

/** The browser's own date field: its calendar's mark is drawn for the theme, which Strapi's leaves to the system. */
export const DateInput = styled(TextInput).attrs({ type: 'date' })`
  color-scheme: ${({ theme }) => modeOf(theme)};
`;
