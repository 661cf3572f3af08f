import { useTheme } from 'styled-components';

import type { Mode } from './indicator-colours';

/** Strapi's theme, light or dark; its surface colour tells. */
export function useMode(): Mode {
  return useTheme().colors.neutral0.toLowerCase() === '#ffffff' ? 'light' : 'dark';
}
