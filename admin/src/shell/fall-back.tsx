import { LazyOutlet, type StrapiApp } from '@strapi/strapi/admin';

import { Shell } from './Shell';

/**
 * Returns whether Strapi leaves out its global components, as it does with this feature on: then the shell has no place
 * of its own.
 */
export function hidesGlobalComponents(): boolean {
  return window.strapi.featureFlags?.isEnabled('useLegacyMediaLibrary') ?? false;
}

/**
 * Mounts the shell as a layout around all pages behind the login: one route without a path, which stays while pages
 * change.
 */
export function wrapRoutes({ router }: Pick<StrapiApp, 'router'>): void {
  router.addRoute((routes) => [{ element: <ShellLayout />, children: routes }]);
}

function ShellLayout() {
  return (
    <>
      <Shell />
      <LazyOutlet suspenseOnly />
    </>
  );
}
