import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { cleanEnvironment, packPlugin, startForeignApp, takeSqlite } from '../support/strapi/foreign-app';

const root = path.resolve(import.meta.dirname, '../..');

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly overrides: Readonly<Record<string, string>>;
}

const { dependencies: ours, overrides } = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
) as Manifest;

/** Somebody else's Strapi: what its own starter makes for JavaScript and SQLite, with nothing of this project but the tarball. */
export interface FreshApp {
  readonly folder: string;
  /** Where npm put the plugin. */
  readonly pluginFolder: string;
  readonly url: string;
  output(): string;
  stop(): Promise<void>;
}

export async function startFreshApp(): Promise<FreshApp> {
  const folder = mkdtempSync(path.join(tmpdir(), 'atende-install-'));
  try {
    const tarball = packPlugin(folder);
    writeApp(folder);
    // As README says; what is in npm's cache is not fetched again.
    run(folder, 'npm', [
      'install',
      tarball,
      '--prefer-offline',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
    ]);
    takeSqlite(folder);
    run(folder, 'npm', ['run', 'build']);
    return await start(folder);
  } catch (fault) {
    rmSync(folder, { recursive: true, force: true });
    throw fault;
  }
}

function run(folder: string, command: string, parameters: readonly string[]): void {
  const startedAt = Date.now();
  const { status, stderr, stdout } = spawnSync(command, parameters, {
    cwd: folder,
    encoding: 'utf8',
    env: cleanEnvironment(),
  });
  const said = `${command} ${parameters[0] ?? ''} ${parameters[1] ?? ''}`;
  if (status !== 0) throw new Error(`${said} failed in the new app\n${stdout}\n${stderr}`);
  console.log(`… ${said}: ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
}

/** Returns the running app, whose folder goes with it. */
async function start(folder: string): Promise<FreshApp> {
  const { end, output, url } = await startForeignApp(folder);
  const stop = async (): Promise<void> => {
    await end('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    folder,
    pluginFolder: path.join(folder, 'node_modules/strapi-plugin-attendance'),
    // Another host than that of the site which it serves, as it is with people.
    url: url.replace('127.0.0.1', 'localhost'),
    output,
    stop,
  };
}

function writeApp(folder: string): void {
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const secret = (): string => randomBytes(16).toString('base64');
  const manifest = {
    name: 'somebody-else',
    version: '0.1.0',
    private: true,
    scripts: { build: 'strapi build', start: 'strapi start', develop: 'strapi develop' },
    dependencies: {
      '@strapi/plugin-users-permissions': ours['@strapi/plugin-users-permissions'],
      '@strapi/strapi': ours['@strapi/strapi'],
      'better-sqlite3': ours['better-sqlite3'],
      react: '^18.0.0',
      'react-dom': '^18.0.0',
      'react-router-dom': '^6.0.0',
      'styled-components': '^6.0.0',
    },
    // Of Strapi's own dependencies; not of the plugin's.
    overrides,
  };
  write('package.json', JSON.stringify(manifest, null, 2));
  write(
    '.env',
    [
      `APP_KEYS="${secret()},${secret()}"`,
      ...['API_TOKEN_SALT', 'ADMIN_JWT_SECRET', 'TRANSFER_TOKEN_SALT', 'JWT_SECRET', 'ENCRYPTION_KEY'].map(
        (name) => `${name}=${secret()}`,
      ),
    ].join('\n'),
  );
  write(
    'config/server.js',
    `module.exports = ({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
});
`,
  );
  write(
    'config/admin.js',
    `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  flags: { nps: false, promoteEE: false },
});
`,
  );
  write(
    'config/database.js',
    `const path = require('path');
module.exports = ({ env }) => ({
  connection: {
    client: 'sqlite',
    connection: { filename: path.join(__dirname, '..', env('DATABASE_FILENAME', '.tmp/data.db')) },
    useNullAsDefault: true,
  },
});
`,
  );
  write(
    'config/middlewares.js',
    `module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::poweredBy',
  'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public'];
`,
  );
  write('config/plugins.js', 'module.exports = () => ({});\n');
  write(
    'config/api.js',
    'module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };\n',
  );
  write('src/index.js', 'module.exports = { register() {}, bootstrap() {} };\n');
  // The starter's own example, with one of its languages switched on.
  write(
    'src/admin/app.js',
    `export default { config: { locales: ['pt-BR'], tutorials: false }, bootstrap() {} };\n`,
  );
  for (const kept of ['src/api', 'src/extensions', 'public/uploads', '.tmp'])
    write(path.join(kept, '.gitkeep'), '');
  copyFileSync(path.join(root, 'favicon.png'), path.join(folder, 'favicon.png'));
}
