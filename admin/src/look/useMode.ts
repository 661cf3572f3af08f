import { useTheme } from 'styled-components';

import type { Mode } from './indicator-colours';
import { modeOf } from './surfaces';

/** Strapi's theme, light or dark. */
export function useMode(): Mode {
  return modeOf(useTheme());
}
