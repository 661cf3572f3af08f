import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';

import { freePort } from '../../../support/free-port';

const ROOT = path.resolve(import.meta.dirname, '../../../..');
/** A folder with the database and the files of a product after its first start; demo-template.ts makes it before the tests. */
export const DEMO_TEMPLATE = path.join(ROOT, 'node_modules/.atende-demo');
/** The last line of a start, with the demo and without. */
const READY = /Password {5}|Make the first administrator/;
const START_TIMEOUT_MS = 90_000;
/** In an order that the database's own guards let through: a slot is held until its interaction is gone. */
const LEFT_BY_TESTS = [
  'blocks',
  'messages',
  'notes',
  'interaction_tags',
  'canned_responses',
  'custom_fields',
  'attachments',
  'interactions',
  'slots',
  'assignments',
  'visitors',
  'visitor_tokens',
  'visitor_terms',
  'offline_messages',
  'departments',
  'sightings',
  'search',
  'report_rows',
  'report_assignments',
  'report_tags',
  'presence_periods',
];

/** Offline, of every channel, of no department, and called as their user is. */
const AGENTS_AS_AT_FIRST = `update attendance_agents set presence = 'offline', capacity = null, last_assigned_at = null,
  missed_in_a_row = 0, reserved_for = null, channels = '["chat","voice","video"]', department_ids = '[]',
  public_name = (select trim(firstname || ' ' || lastname) from admin_users where admin_users.id = user_id)`;

/** What holds for the whole installation: one row each. */
const SETTINGS = [
  'settings',
  'media_settings',
  'attachment_settings',
  'business_hours',
  'retention_settings',
  'report_settings',
];

type Command = readonly [program: string, ...parameters: string[]];
const START: Command = [process.execPath, 'src/start/start.mjs'];

/** The product as `npm start` runs it, on free ports and a database of its own. */
export interface Product {
  readonly url: string;
  readonly shopUrl: string;
  /** Where its database and its files are. */
  readonly folder: string;
  /** Where its upload provider keeps files. */
  readonly uploadsFolder: string;
  /** Everything it has printed since its last start. */
  output(): string;
  /** Changes rows behind the product's back: for what a test needs to be so. An update that finds no row is a mistake, and throws. */
  sql(statement: string, ...values: readonly unknown[]): void;
  rows<Row>(query: string, ...values: readonly unknown[]): Row[];
  /** Nobody waits, is held or Online, and nothing is left over; settings as at first. */
  reset(): void;
  /** Ends the server's process at once, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to end, as a service manager does; answers its exit code. */
  terminate(): Promise<number | null>;
  /** Starts it again, on the same ports and database; as `npm start` does it, or by another command. */
  start(env?: Readonly<Record<string, string>>, command?: Command): Promise<void>;
  stop(): Promise<void>;
}

interface ProductOptions {
  /** What a first start with the demo leaves, to begin with; null begins with nothing, as a fresh clone does. */
  readonly template?: string | null;
}

export async function startProduct(
  env: Readonly<Record<string, string>> = {},
  { template = DEMO_TEMPLATE }: ProductOptions = {},
): Promise<Product> {
  const folder = await mkdtemp(path.join(tmpdir(), 'atende-e2e-'));
  if (template !== null) await cp(template, folder, { recursive: true });
  const filename = path.join(folder, 'atende.db');
  const [port, shopPort] = [await freePort(), await freePort()];
  let running: Running | null = null;
  const start: Product['start'] = async (more = {}, command = START) => {
    running = await run(command, {
      // Without the demo's past week: a test's people and what they said are its own.
      ...(template !== null && { DEMO: 'logins' }),
      ...env,
      ...more,
      PORT: String(port),
      DEMO_PORT: String(shopPort),
      DATABASE_FILENAME: filename,
      PUBLIC_DIRECTORY: path.join(folder, 'public'),
    });
  };
  await start();
  const database = new Database(filename, { timeout: 5_000 });
  const ofAll = SETTINGS.map((table) => ({
    table,
    row: database.prepare(`select * from attendance_${table}`).get() as Record<string, unknown> | undefined,
  }));
  const sites = database.prepare('select * from attendance_sites').all() as Record<string, unknown>[];
  const tags = database.prepare('select * from attendance_tags').all() as Record<string, unknown>[];
  const write: Product['sql'] = (statement, ...values) => void database.prepare(statement).run(...values);

  return {
    url: `http://localhost:${port}`,
    shopUrl: `http://localhost:${shopPort}`,
    folder,
    uploadsFolder: path.join(folder, 'public/uploads'),
    output: () => running?.output() ?? '',
    sql: (statement, ...values) => {
      const { changes } = database.prepare(statement).run(...values);
      if (changes === 0 && statement.startsWith('update')) throw new Error(`No row is so: ${statement}`);
    },
    rows: <Row>(query: string, ...values: readonly unknown[]) =>
      database.prepare(query).all(...values) as Row[],
    reset: database.transaction(() => {
      for (const table of LEFT_BY_TESTS) write(`delete from attendance_${table}`);
      write(AGENTS_AS_AT_FIRST);
      for (const { row, table } of ofAll)
        // What is not stored until it is first changed goes again.
        if (row === undefined) write(`delete from attendance_${table}`);
        else restore(write, `attendance_${table}`, row);
      for (const site of sites) restore(write, 'attendance_sites', site);
      write('delete from attendance_tags');
      for (const tag of tags) insert(write, 'attendance_tags', tag);
    }),
    kill: async () => {
      await running?.end('SIGKILL');
    },
    terminate: async () => (await running?.end('SIGTERM')) ?? null,
    start,
    stop: async () => {
      await running?.end('SIGTERM');
      database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function restore(write: Product['sql'], table: string, row: Record<string, unknown>): void {
  const { id, ...columns } = row;
  const assignments = Object.keys(columns).map((column) => `"${column}" = ?`);
  write(`update ${table} set ${assignments.join(', ')} where id = ?`, ...Object.values(columns), id);
}

function insert(write: Product['sql'], table: string, row: Record<string, unknown>): void {
  const columns = Object.keys(row).map((column) => `"${column}"`);
  const places = columns.map(() => '?').join(', ');
  write(`insert into ${table} (${columns.join(', ')}) values (${places})`, ...Object.values(row));
}

interface Running {
  output(): string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

async function run([program, ...parameters]: Command, env: Record<string, string>): Promise<Running> {
  const child = spawn(program, parameters, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: a kill takes the server with it that the start script has started.
    detached: true,
  });
  let text = '';
  const isReady = new Promise<void>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      text += chunk.toString();
      if (READY.test(text)) resolve();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => reject(new Error(`the product ended with ${String(code)}\n${text}`)));
    setTimeout(
      () => reject(new Error(`the product was not ready in time\n${text}`)),
      START_TIMEOUT_MS,
    ).unref();
  });
  try {
    await isReady;
  } catch (fault) {
    await end(child, 'SIGKILL');
    throw fault;
  }
  return { output: () => text, end: (signal) => end(child, signal) };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return child.exitCode;
  const exited = once(child, 'exit');
  process.kill(signal === 'SIGKILL' ? -child.pid : child.pid, signal);
  await exited;
  return child.exitCode;
}
