interface Env {
  (name: string, fallback: string): string;
  array(name: string, fallback: string[]): string[];
}

/**
 * Whose pages may read answers that are meant for whoever is signed in: this server's own alone, unless told otherwise. Written
 * without a list, `strapi::cors` lets in every website. The widget's public routes answer for themselves.
 */
function ownOrigins(env: Env): string[] {
  const port = env('PORT', '1337');
  return [`http://localhost:${port}`, `http://${env('HOST', '127.0.0.1')}:${port}`];
}

export default ({ env }: { env: Env }) => [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { origin: env.array('CORS_ORIGINS', ownOrigins(env)) } },
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
