// Loaded before anything else of a process (`node --import`): its clock is ahead by what the file of TEST_CLOCK says, in ms,
// and follows when that changes.
import { readFileSync } from 'node:fs';
import { setInterval } from 'node:timers';

const LOOK_EVERY_MS = 50;

const file = process.env['TEST_CLOCK'] ?? '';
const readAhead = () => Number(readFileSync(file, 'utf8'));
const Real = Date;
const realNow = Real.now.bind(Real);
let ahead = readAhead();
const now = () => realNow() + ahead;

Real.now = now;
// The same class for whoever compares: only an empty `new Date()` is another moment.
globalThis.Date = new Proxy(Real, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, newTarget),
  apply: () => new Real(now()).toString(),
});
setInterval(() => {
  ahead = readAhead();
}, LOOK_EVERY_MS).unref();
