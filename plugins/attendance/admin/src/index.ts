/** Strapi looks for a plugin's admin side here; the code is in the repository's own admin folder, and is bundled in. */
export { default } from '../../../../admin/src/index';
