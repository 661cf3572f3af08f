// After `strapi-plugin build`: of the types that it writes, a file for each of our sources, the two entries alone are for others. Each
// stands by itself, beside its script; what it says of the rest of our sources would break whoever reads it, and fails here.
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const dist = path.join(import.meta.dirname, 'dist');
const ENTRIES = {
  'server/src/index.d.ts': 'server/index.d.ts',
  'plugins/attendance/admin/src/index.d.ts': 'admin/index.d.ts',
};

for (const [written, kept] of Object.entries(ENTRIES)) {
  const source = path.join(dist, written);
  if (!existsSync(source)) continue;
  const [, name] = /from '(\.[^']*)'/.exec(readFileSync(source, 'utf8')) ?? [];
  if (name !== undefined)
    throw new Error(`the types of ${kept} name ${name}: write what is meant in the entry itself`);
  copyFileSync(source, path.join(dist, kept));
}

const kept = new Set(Object.values(ENTRIES));
for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' }))
  if (/\.d\.m?ts$/.test(file) && !kept.has(file)) rmSync(path.join(dist, file));
for (const folder of ['plugins', 'server/src', 'protocol'])
  rmSync(path.join(dist, folder), { recursive: true, force: true });
