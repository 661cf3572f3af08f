import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { measureChat } from './chat';
import { describeMachine } from './machine';
import { measureReports } from './reports';
import { measureRouting } from './routing';
import { measureStorm } from './storm';

const [root = '', ...parameters] = process.argv.slice(2);
const { values } = parseArgs({
  args: parameters,
  options: {
    pairs: { type: 'string', default: '5' },
    storm: { type: 'string', default: '2000' },
    interactions: { type: 'string', default: '200000' },
    only: { type: 'string', default: 'chat,storm,routing,reports' },
    profile: { type: 'string' },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), 'atende-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const say = (line: string): void => console.log(line);
if (values.profile !== undefined) mkdirSync(values.profile, { recursive: true });
const bench = {
  root,
  folder,
  bundles: import.meta.dirname,
  profiles: values.profile ?? null,
  say,
};
const parts = values.only.split(',');
let isSound = true;

say(describeMachine());
if (parts.includes('chat')) isSound = (await measureChat(bench, Number(values.pairs))) && isSound;
if (parts.includes('storm')) isSound = (await measureStorm(bench, Number(values.storm))) && isSound;
if (parts.includes('routing')) isSound = (await measureRouting(bench)) && isSound;
if (parts.includes('reports'))
  isSound = (await measureReports(bench, Number(values.interactions))) && isSound;
if (!isSound) say('\nSomething was lost: the figures count for nothing.');
process.exit(isSound ? 0 : 1);
