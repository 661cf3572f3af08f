import type { lightTheme } from '@strapi/design-system';

type StrapiTheme = typeof lightTheme;

declare module 'styled-components' {
  // oxlint-disable-next-line typescript/no-empty-object-type -- styled-components takes the theme's type by merging
  export interface DefaultTheme extends StrapiTheme {}
}

declare global {
  interface Window {
    /** Strapi's global, set before plugins are loaded. */
    readonly strapi: {
      readonly backendURL: string;
      readonly featureFlags?: { isEnabled(name: string): boolean };
    };
  }
}
