import { mkdirSync } from 'node:fs';
import path from 'node:path';

interface Env {
  (name: string, fallback?: string): string;
  int(name: string, fallback: number): number;
  array(name: string): string[];
}

export default ({ env }: { env: Env }) => {
  const publicFolder = path.resolve(env('PUBLIC_DIRECTORY', 'public'));
  // Strapi's local upload provider does not start without it.
  mkdirSync(path.join(publicFolder, 'uploads'), { recursive: true });
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('PORT', 1337),
    app: { keys: env.array('APP_KEYS') },
    dirs: { public: publicFolder },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  };
};
