// After `strapi-plugin build`, which writes the types of the two entries and of nothing else: each stands by itself beside its script.
// What an entry says of the rest of our sources would break whoever reads it, and fails here.
import { readFileSync } from 'node:fs';
import path from 'node:path';

for (const entry of ['server/index.d.ts', 'admin/index.d.ts']) {
  const [, name] =
    /from '(\.[^']*)'/.exec(readFileSync(path.join(import.meta.dirname, 'dist', entry), 'utf8')) ?? [];
  if (name !== undefined)
    throw new Error(`the types of ${entry} name ${name}: write what is meant in the entry itself`);
}
