import { createHash, createHmac, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';

import { SECRETS, startProductServer } from '../product-server';

export const SHOP = 'http://shop.example';
export const SITE_KEY = 'test-shop';

/** Copies a database as the product's first start leaves it: every table, role and trigger, and nobody in it. */
export async function copyTemplate(root: string, filename: string): Promise<void> {
  copyFileSync(await makeTemplate(root), filename);
}

/** Makes the template, kept for as long as the built plugin is the same: a first start takes some seconds. */
async function makeTemplate(root: string): Promise<string> {
  const built = readFileSync(path.join(root, 'plugins/attendance/dist/server/index.js'));
  const template = path.join(
    root,
    'node_modules',
    `.atende-template-${createHash('sha256').update(built).digest('hex').slice(0, 16)}.db`,
  );
  if (existsSync(template)) return template;
  const folder = mkdtempSync(path.join(tmpdir(), 'atende-template-'));
  const filename = path.join(folder, 'first.db');
  const server = await startProductServer({ root, filename });
  const database = new Database(filename, { timeout: 5_000 });
  await untilRoles(database);
  await server.end('SIGTERM');
  // The database is one file, without a log beside it, since it is copied.
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  copyFileSync(filename, template);
  rmSync(folder, { recursive: true, force: true });
  return template;
}

/** Waits for the roles, which are made a moment after the server listens. */
async function untilRoles(database: Database.Database): Promise<void> {
  const permissions = database.prepare(
    `SELECT 1 FROM admin_permissions_role_lnk l JOIN admin_roles r ON r.id = l.role_id WHERE r.code = 'attendance-supervisor'`,
  );
  for (const startedAt = Date.now(); permissions.get() === undefined;) {
    if (Date.now() - startedAt > 10_000) throw new Error('the first start made no roles');
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

export interface PreparedAgent {
  readonly id: number;
  /** An access token of Strapi's admin session. */
  readonly token: string;
}

export interface PreparedVisitor {
  readonly id: number;
  readonly interactionId: number;
  /** The visitor's resume token. */
  readonly token: string;
  /** Index of the agent who holds the interaction; null while it waits. */
  readonly agentIndex: number | null;
}

export interface Prepared {
  readonly agents: readonly PreparedAgent[];
  readonly visitors: readonly PreparedVisitor[];
}

export interface PreparedCounts {
  readonly agents: number;
  /** Number of visitors with a chat that an agent holds and has opened. */
  readonly attended: number;
  /** Number of visitors with a chat that waits. */
  readonly waiting?: number;
}

/** Chats that one agent holds: as many as there are slots. */
const CHATS_EACH = 20;
const SESSION_MS = 30 * 60_000;

/** Writes people and their chats into a database that no server has open. */
export function prepareRows(filename: string, { agents, attended, waiting = 0 }: PreparedCounts): Prepared {
  const database = new Database(filename);
  try {
    return database.transaction(() => {
      const siteId = insertSite(database);
      const people = Array.from({ length: agents }, (_, index) => insertAgent(database, index));
      const visitors = Array.from({ length: attended + waiting }, (_, index) => {
        const agentIndex = index < attended ? Math.floor(index / CHATS_EACH) : null;
        const agent = agentIndex === null ? null : people[agentIndex];
        if (agent === undefined) throw new Error(`${attended} chats need more than ${agents} agents`);
        return { ...insertVisitor(database, siteId, index, agent?.id ?? null), agentIndex };
      });
      return { agents: people, visitors };
    })();
  } finally {
    database.close();
  }
}

function insertSite(database: Database.Database): number {
  const row = {
    key: SITE_KEY,
    name: 'Loja de teste',
    origins: JSON.stringify([SHOP]),
    channels: JSON.stringify(['chat']),
    appearance: JSON.stringify({
      companyName: 'Loja de teste',
      colour: '#4945ff',
      position: 'right',
      offsetX: 20,
      offsetY: 20,
      launcherText: '',
      greeting: { 'pt-BR': '', en: '', es: '' },
    }),
    form: JSON.stringify({
      isOn: false,
      name: { isShown: false, isRequired: false },
      email: { isShown: false, isRequired: false },
      phone: { isShown: false, isRequired: false },
    }),
    default_locale: 'pt-BR',
    version: 0,
  };
  return insert(database, 'attendance_sites', row);
}

function insertAgent(database: Database.Database, index: number): PreparedAgent {
  const now = Date.now();
  const userId = insert(database, 'admin_users', {
    firstname: `Agente ${index}`,
    email: `agente-${index}@test.local`,
    is_active: 1,
    blocked: 0,
    prefered_language: 'pt-BR',
  });
  const role = database.prepare(`SELECT id FROM admin_roles WHERE code = 'attendance-agent'`).get() as
    | { id: number }
    | undefined;
  if (role === undefined) throw new Error('the role Agent is not in the template');
  insert(database, 'admin_users_roles_lnk', { user_id: userId, role_id: role.id });
  const sessionId = randomBytes(16).toString('hex');
  insert(database, 'strapi_sessions', {
    user_id: String(userId),
    session_id: sessionId,
    origin: 'admin',
    type: 'refresh',
    status: 'active',
    expires_at: now + SESSION_MS,
    absolute_expires_at: now + SESSION_MS,
  });
  const id = insert(database, 'attendance_agents', {
    user_id: userId,
    public_name: `Agente ${index}`,
    channels: JSON.stringify(['chat']),
    department_ids: JSON.stringify([]),
    presence: 'online',
    capacity: CHATS_EACH,
    version: 0,
  });
  return { id, token: accessToken(String(userId), sessionId, now) };
}

/** Returns the token that Strapi's login returns, without the cost of hashing a password for each. */
function accessToken(userId: string, sessionId: string, now: number): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const seconds = Math.floor(now / 1_000);
  const claims = { userId, sessionId, type: 'access', iat: seconds, exp: seconds + SESSION_MS / 1_000 };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = createHmac('sha256', SECRETS.ADMIN_JWT_SECRET).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}

function insertVisitor(
  database: Database.Database,
  siteId: number,
  index: number,
  agentId: number | null,
): Omit<PreparedVisitor, 'agentIndex'> {
  const now = Date.now();
  const id = insert(database, 'attendance_visitors', {
    site_id: siteId,
    name: `Visitante ${index}`,
    email: `visitante-${index}@test.local`,
    phone: '',
    document: '',
  });
  const token = randomBytes(32).toString('base64url');
  insert(database, 'attendance_visitor_tokens', {
    visitor_id: id,
    hash: createHash('sha256').update(token).digest('hex'),
    issued_at: now,
    presented_at: now,
  });
  const interactionId = insertInteraction(database, siteId, id, now + index);
  if (agentId === null) return { id, token, interactionId };
  // The slot is written first: the database refuses an assignment without it.
  const slot = index % CHATS_EACH;
  insert(database, 'attendance_slots', { agent_id: agentId, slot, interaction_id: interactionId });
  database
    .prepare(
      `UPDATE attendance_interactions SET status = 'assigned', agent_id = ?, assigned_at = ?, opened_at = ? WHERE id = ?`,
    )
    .run(agentId, now, now, interactionId);
  return { id, token, interactionId };
}

function insertInteraction(
  database: Database.Database,
  siteId: number,
  visitorId: number,
  waitingSince: number,
): number {
  const url = `${SHOP}/produtos/camisa`;
  return insert(database, 'attendance_interactions', {
    site_id: siteId,
    visitor_id: visitorId,
    channel: 'chat',
    status: 'waiting',
    live_key: `${siteId}/${visitorId}`,
    protocol_number: `2026-${String(visitorId).padStart(6, '0')}`,
    revision: 1,
    waiting_since: waitingSince,
    last_sequence: 0,
    visitor_delivered: 0,
    visitor_read: 0,
    agent_delivered: 0,
    agent_read: 0,
    missed_by: '[]',
    captured: JSON.stringify({
      originUrl: url,
      originTitle: 'Camisa azul',
      currentUrl: url,
      currentTitle: 'Camisa azul',
      referrer: '',
      language: 'pt-BR',
      browser: '',
      operatingSystem: '',
      ip: '127.0.0.1',
    }),
  });
}

function insert(database: Database.Database, table: string, row: Readonly<Record<string, unknown>>): number {
  const names = Object.keys(row);
  const statement = database.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return Number(statement.run(...Object.values(row)).lastInsertRowid);
}
