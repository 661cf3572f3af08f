// A Strapi in a process of its own, for tests that kill it: the environment names the database; the port is sent to the parent.
import { createRequire } from 'node:module';
import path from 'node:path';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const appDir = path.resolve(import.meta.dirname, '../../..');
const strapi = createStrapi({
  appDir,
  distDir: path.join(appDir, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
await strapi.load();
strapi.server.listen(0, '127.0.0.1', () => process.send?.({ port: strapi.server.httpServer.address().port }));
