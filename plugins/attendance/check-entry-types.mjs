// After `strapi-plugin build`, which writes the types of the two entries and of nothing else: each stands by itself beside its script.
// What an entry says of the rest of our sources would break whoever reads it; and the build, which reads no other file, makes `any` of
// what an entry leaves to the compiler. Both fail here.
import { readFileSync } from 'node:fs';
import path from 'node:path';

for (const entry of ['server/index.d.ts', 'admin/index.d.ts']) {
  const types = readFileSync(path.join(import.meta.dirname, 'dist', entry), 'utf8').replace(
    /\/\*.*?\*\//gs,
    '',
  );
  const [found] = /from '\.[^']*'|\bany\b/.exec(types) ?? [];
  if (found !== undefined)
    throw new Error(`the types of ${entry} say “${found}”: write what is meant in the entry itself`);
}
