import type { Core } from '@strapi/strapi';

import { lockSqliteFile, type ServerLock } from './adapters/database/sqlite/single-server';
import { databaseFile } from './adapters/strapi/config';
import { corsState, corsWarning } from './adapters/strapi/cors-state';
import { ensureRoles } from './adapters/strapi/roles';
import type { Clock } from './application/clock';
import { ensureFirstSite } from './application/settings/first-site';
import { startAttendance } from './composition';
import type { Attendance } from './attendance';

const running = new WeakMap<Core.Strapi, Attendance>();
const starting = new WeakMap<Core.Strapi, Promise<void>>();
const locks = new WeakMap<Core.Strapi, ServerLock>();

/** Returns the attendance that a Strapi runs; null where it runs none: a command, or a server that is still starting. */
export function runningOn(strapi: Core.Strapi): Attendance | null {
  return running.get(strapi) ?? null;
}

/** Returns the attendance that a Strapi runs. Throws where it runs none. */
export function attendanceOf(strapi: Core.Strapi): Attendance {
  const attendance = runningOn(strapi);
  if (attendance === null) throw new Error('attendance: no server is running');
  return attendance;
}

/** Starts what a server does and a command does not: from the lock on the database to the clocks. */
export function startServing(strapi: Core.Strapi): Promise<void> {
  const started = lockAndServe(strapi);
  starting.set(strapi, started);
  return started;
}

/** Keeps a lock on the database that was taken before the server started, to be released with it. */
export function keepLock(strapi: Core.Strapi, lock: ServerLock): void {
  locks.set(strapi, lock);
}

/** Starts the attendance on a database that is this server's own, as after an import. */
export async function serve(strapi: Core.Strapi): Promise<void> {
  const attendance = await startAttendance(strapi, clockOf(strapi));
  running.set(strapi, attendance);
  const warning = corsWarning(await corsState(strapi));
  if (warning !== null) strapi.log.warn(warning);
  try {
    // Roles made before Strapi's own bootstrap would keep it from creating Super Admin: it is over by now.
    await Promise.all([ensureRoles(strapi), ensureFirstSite(attendance.sites)]);
  } catch (fault) {
    strapi.log.error('attendance: the first start was not finished', { fault: String(fault) });
  }
}

/** Stops the attendance, as before an import; the database stays locked. */
export async function stopServing(strapi: Core.Strapi): Promise<void> {
  await running.get(strapi)?.stop();
  running.delete(strapi);
}

/** Stops everything that was started, a start that is still under way included, and gives the database free. */
export async function endServing(strapi: Core.Strapi): Promise<void> {
  // Whoever ends a server that is still starting ends all that it has started; why it failed was told already.
  await starting.get(strapi)?.catch(() => undefined);
  await stopServing(strapi);
  locks.get(strapi)?.release();
  locks.delete(strapi);
}

async function lockAndServe(strapi: Core.Strapi): Promise<void> {
  const filename = databaseFile(strapi);
  if (filename !== null) keepLock(strapi, lockSqliteFile(filename, strapi.dirs.app.root));
  await serve(strapi);
}

/** Returns the host's own clock, where it registered one before the plugin starts: tests set the time. */
function clockOf(strapi: Core.Strapi): Clock | undefined {
  return strapi.has('attendance.clock') ? (strapi.get('attendance.clock') as Clock) : undefined;
}
