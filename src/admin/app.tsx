/** Key under which Strapi stores, per installation, that the news about its media library was dismissed. */
const NEWS_KEY = 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false';

/** Dismisses Strapi's own news, which nobody here needs above the work. */
async function dismissNews(): Promise<void> {
  const response = await fetch(
    `${(window as unknown as { strapi: { backendURL: string } }).strapi.backendURL}/admin/init`,
  );
  const { data } = (await response.json()) as { data: { uuid?: unknown } };
  localStorage.setItem(`${NEWS_KEY}:${String(data.uuid)}`, 'true');
}

export default {
  config: {
    locales: ['pt-BR', 'es'],
    tutorials: false,
    notifications: { releases: false },
  },
  bootstrap() {
    dismissNews().catch(() => undefined);
  },
};
