import { useTheme } from 'styled-components';

import type { Mode } from './styles/indicator-colours';
import { modeOf } from './styles/surfaces';

/** Returns Strapi's theme, light or dark. */
export function useMode(): Mode {
  return modeOf(useTheme());
}
