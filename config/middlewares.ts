import { mkdirSync } from 'node:fs';
import path from 'node:path';

interface Env {
  (name: string, fallback: string): string;
  array(name: string, fallback: string[]): string[];
}

/**
 * Returns the origins whose pages may read responses meant for signed-in users: this server's own alone, unless configured
 * otherwise. Without a list, `strapi::cors` lets in every website. The widget's public routes set their own headers.
 */
function ownOrigins(env: Env): string[] {
  const port = env('PORT', '1337');
  return [`http://localhost:${port}`, `http://${env('HOST', '127.0.0.1')}:${port}`];
}

/**
 * Size limit of all files of one multipart body, in bytes: pictures for the media library, which are the only ones that
 * come so.
 */
const BODY_BYTES_MAX = 50 * 1_024 * 1_024;
const FIELDS_BYTES_MAX = 1_024 * 1_024;

/**
 * Returns the folder of a multipart body's files until it is handled: a folder of its own, which `global::incoming-files` keeps
 * empty.
 */
function incomingFolder(env: Env): string {
  const folder = path.resolve(path.dirname(env('DATABASE_FILENAME', 'data/atende.db')), 'incoming');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Returns the limits of request bodies, and the folder of their files. */
function bodies(env: Env) {
  const folder = incomingFolder(env);
  return [
    { name: 'global::incoming-files', config: { folder, paths: ['/upload', '/api/upload'] } },
    {
      name: 'strapi::body',
      config: {
        formidable: { uploadDir: folder, maxFileSize: BODY_BYTES_MAX, maxFieldsSize: FIELDS_BYTES_MAX },
      },
    },
  ];
}

export default ({ env }: { env: Env }) => [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  { name: 'strapi::cors', config: { origin: env.array('CORS_ORIGINS', ownOrigins(env)) } },
  'strapi::poweredBy',
  'strapi::query',
  ...bodies(env),
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
