/** The Strapi application around the plugin. */
export default {};
