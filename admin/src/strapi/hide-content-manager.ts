import type { StrapiApp } from '@strapi/strapi/admin';

/**
 * Actions that make the Content Manager useful. Strapi shows it to everybody; an empty one is of no use to those who
 * only attend [A3].
 */
const CONTENT_ACTIONS = ['create', 'read', 'update', 'delete', 'publish'].map((verb) => ({
  action: `plugin::content-manager.explorer.${verb}`,
  // The actions count on any content type.
  subject: null,
}));

/** Lets the menu entry appear only to those who may do something with content. */
export function hideContentManager({ router }: Pick<StrapiApp, 'router'>): void {
  const link = router.menu.find(({ to }) => to === 'content-manager');
  if (link?.permissions.length === 0) link.permissions.push(...CONTENT_ACTIONS);
}
