import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

import { createKey, encrypt } from '../../plugins/attendance/server/src/adapters/attachments/cipher';
import type { InteractionId, VisitorId } from '../../plugins/attendance/protocol/schemas/ids';
import { FORM_OFF } from '../../plugins/attendance/protocol/settings/form';
import { createSqlTx } from '../../plugins/attendance/server/src/adapters/sql-tx';
import { createSqliteSql } from '../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-sql';
import { TABLE } from '../../plugins/attendance/server/src/adapters/database/tables';
import { writeReport } from '../../plugins/attendance/server/src/application/reports/write-report';
import type { Tx } from '../../plugins/attendance/server/src/application/database/tx';
import type { Steps } from '../../plugins/attendance/server/src/application/steps';
import { storeTerms } from '../../plugins/attendance/server/src/application/visitors/store-terms';

/** Login of one person in both companies, whose user ids differ. */
const ANA = 'Ana@Test.local';

/** A company's attendance with something in every table: all that a round trip must bring back. */
export interface Story {
  readonly visitors: readonly {
    readonly name: string;
    readonly token: string;
    readonly interactionId: number;
  }[];
  readonly ended: { readonly interactionId: number; readonly word: string };
  readonly attachment: { readonly id: string; readonly file: string; readonly content: Buffer };
}

type Row = Readonly<Record<string, unknown>>;

/** Writes a company's rows without a server; `prefix` distinguishes two companies, whose rows have the same ids. */
export function writeStory(filename: string, prefix: string): Story {
  const database = new Database(filename);
  const tx = createSqlTx(createSqliteSql(database));
  const now = Date.now();
  const insert = (table: string, row: Row): number => {
    const names = Object.keys(row);
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    return Number(database.prepare(sql).run(...Object.values(row)).lastInsertRowid);
  };
  const gap = (table: string): void => {
    database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(insert(table, { published_at: null }));
  };
  try {
    return database.transaction((): Story => {
      // However slow the machine is: nobody is away for too long between two commands.
      database.exec(`UPDATE ${TABLE.settings} SET persistence_ms = 600000`);
      // Another administrator first: the agent's login has another number than the agent.
      insert('admin_users', {
        firstname: prefix,
        email: `${prefix}-gone@test.local`,
        is_active: 1,
        blocked: 0,
      });
      const [known] = database.prepare('SELECT id FROM admin_users WHERE email = ?').all(ANA) as {
        id: number;
      }[];
      const userId =
        known?.id ?? insert('admin_users', { firstname: 'Ana', email: ANA, is_active: 1, blocked: 0 });
      for (const table of [TABLE.departments, TABLE.agents, TABLE.visitors, TABLE.interactions, TABLE.tags])
        gap(table);
      const departmentId = insert(TABLE.departments, { key: `${prefix}-vendas`, name: 'Vendas', version: 0 });
      const siteId = insert(TABLE.sites, {
        key: `${prefix}-shop`,
        name: `Loja ${prefix}`,
        origins: JSON.stringify(['http://shop.example']),
        channels: '["chat"]',
        appearance: JSON.stringify({ companyName: prefix }),
        form: JSON.stringify(FORM_OFF),
        default_locale: 'pt-BR',
        department_id: departmentId,
        version: 0,
      });
      const agentId = insert(TABLE.agents, {
        user_id: known === undefined ? userId : null,
        public_name: `Ana ${prefix}`,
        channels: '["chat"]',
        department_ids: JSON.stringify([departmentId]),
        presence: 'online',
        version: 0,
        photo: JSON.stringify({ fileId: 99, url: '/uploads/nobody.png' }),
      });
      const tagId = insert(TABLE.tags, { name: prefix, name_key: prefix, colour: '#aa0000', version: 0 });
      const fieldId = insert(TABLE.customFields, {
        label: '{"pt-BR":"Pedido"}',
        type: 'text',
        subject: 'interaction',
        position: 1,
        version: 0,
      });
      insert(TABLE.cannedResponses, {
        shortcut: prefix,
        title: 'Oi',
        body: 'Olá',
        department_id: departmentId,
      });
      insert(TABLE.sightings, { site_id: siteId, origin: 'http://shop.example', seen_at: now });
      insert(TABLE.auditRecords, {
        at: now,
        user_id: userId,
        user_name: 'Ana',
        action: 'site.update',
        subject: 'site',
        changes: '[]',
      });

      const talk = (name: string, status: string) => {
        const visitorId = insert(TABLE.visitors, {
          site_id: siteId,
          name,
          email: `${name.toLowerCase()}@${prefix}.example`,
          phone: '',
          document: '',
          last_agent_id: agentId,
          seen_at: now,
        });
        const token = randomBytes(32).toString('base64url');
        insert(TABLE.visitorTokens, {
          visitor_id: visitorId,
          site_id: siteId,
          family: 'browser',
          hash: createHash('sha256').update(token).digest('hex'),
          issued_at: now,
          presented_at: now,
        });
        storeTerms(tx, visitorId as VisitorId).next();
        const isLive = status === 'waiting' || status === 'assigned';
        const interactionId = insert(TABLE.interactions, {
          site_id: siteId,
          visitor_id: visitorId,
          department_id: departmentId,
          channel: 'chat',
          began_as: 'chat',
          status: 'waiting',
          live_key: isLive ? `${siteId}/${visitorId}` : null,
          protocol_number: `2026-${prefix}-${name}`,
          revision: 1,
          waiting_since: now,
          last_sequence: 2,
          visitor_delivered: 2,
          visitor_read: 2,
          agent_delivered: 2,
          agent_read: 2,
          missed_by: JSON.stringify([agentId]),
          field_values: JSON.stringify({ [fieldId]: '4711' }),
          captured: JSON.stringify({ originUrl: 'http://shop.example/', ip: '127.0.0.1' }),
        });
        ['visitor', 'agent'].forEach((side, index) =>
          insert(TABLE.messages, {
            interaction_id: interactionId,
            sequence: index + 1,
            side,
            client_message_id: `${name}-${index}`,
            agent_id: side === 'agent' ? agentId : null,
            agent_name: side === 'agent' ? 'Ana' : '',
            body: `${prefix}${name} ${side}`,
            sent_at: now + index,
          }),
        );
        if (status === 'waiting') return { visitorId, interactionId, token, name };
        insert(TABLE.assignments, { interaction_id: interactionId, agent_id: agentId, assigned_at: now });
        if (status === 'assigned') {
          const slot = interactionId % 20;
          insert(TABLE.slots, { agent_id: agentId, slot, interaction_id: interactionId });
        }
        database
          .prepare(
            `UPDATE ${TABLE.interactions} SET status = ?, agent_id = ?, assigned_at = ?, opened_at = ?, ended_at = ? WHERE id = ?`,
          )
          .run(status, agentId, now, now, status === 'ended' ? now : null, interactionId);
        return { visitorId, interactionId, token, name };
      };
      const carla = talk('Carla', 'assigned');
      gap(TABLE.visitors);
      gap(TABLE.interactions);
      const davi = talk('Davi', 'waiting');
      const elis = talk('Elis', 'ended');

      insert(TABLE.notes, {
        interaction_id: elis.interactionId,
        client_note_id: 'n1',
        agent_id: agentId,
        agent_name: 'Ana',
        body: 'Prefere e-mail',
        written_at: now,
      });
      insert(TABLE.interactionTags, {
        interaction_id: elis.interactionId,
        tag_id: tagId,
        agent_id: agentId,
        tagged_at: now,
      });
      insert(TABLE.callAttempts, {
        interaction_id: elis.interactionId,
        attempt: 1,
        medium: 'voice',
        room: `${prefix}-room`,
        provider: 'direct',
        started_at: now,
        ended_at: now,
      });
      measure(tx, elis.interactionId as InteractionId).next();
      insert(TABLE.presencePeriods, {
        agent_id: agentId,
        agent_name: 'Ana',
        started_at: now - 60_000,
        ended_at: now - 30_000,
        end_reason: 'own-choice',
      });
      insert(TABLE.blocks, {
        site_id: siteId,
        visitor_id: elis.visitorId,
        agent_id: agentId,
        reason: 'spam',
        by_name: 'Ana',
        blocked_at: now,
        until: now - 1,
        ended_at: now,
      });
      insert(TABLE.offlineMessages, {
        site_id: siteId,
        status: 'taken',
        name: 'Fábio',
        email: 'f@example.com',
        body: 'Ligar',
        left_at: now,
        taken_by_id: agentId,
        taken_by_name: 'Ana',
      });
      const gone = insert(TABLE.visitors, {
        site_id: siteId,
        name: '',
        email: '',
        merged_into: davi.visitorId,
      });
      storeTerms(tx, gone as VisitorId).next();
      const attachment = attach(insert, path.dirname(filename), {
        prefix,
        interactionId: carla.interactionId,
        personId: carla.visitorId,
        now,
      });
      return {
        visitors: [carla, davi],
        ended: { interactionId: elis.interactionId, word: `${prefix}Elis` },
        attachment,
      };
    })();
  } finally {
    database.close();
  }
}

function* measure(tx: Tx, id: InteractionId): Steps<void> {
  yield* writeReport(tx, yield* tx.interactions.get(id));
}

function attach(
  insert: (table: string, row: Row) => number,
  folder: string,
  of: { prefix: string; interactionId: number; personId: number; now: number },
): Story['attachment'] {
  const content = Buffer.from(`nota fiscal ${of.prefix}`);
  const key = createKey();
  const hash = `atende_${randomBytes(16).toString('hex')}`;
  const file = path.join(folder, 'public/uploads', `${hash}.bin`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, encrypt(content, key));
  const id = randomBytes(16).toString('base64url');
  insert(TABLE.attachments, {
    public_id: id,
    interaction_id: of.interactionId,
    side: 'visitor',
    person_id: of.personId,
    kind: 'text',
    name: 'nota.txt',
    mime: 'text/plain',
    size: content.length,
    encryption_key: key,
    file: JSON.stringify({ hash, ext: '.bin', name: `${hash}.bin`, url: `/uploads/${hash}.bin` }),
    state: 'ready',
    sequence: 1,
    uploaded_at: of.now,
  });
  return { id, file, content };
}

/** Columns that a start of the service changes by itself, or that belong to the other Strapi. */
const NOT_COMPARED = [
  'document_id',
  'revision',
  'away_since',
  'away_until',
  'lost_at',
  'presence',
  'photo',
  'search_version',
  'user_id',
  'user_email',
];
/** A start begins a new time Online of everybody who is, and what ended before it stays. */
const COMPARED_OF: Readonly<Record<string, string>> = {
  [TABLE.presencePeriods]: `WHERE ended_at IS NOT NULL AND end_reason <> 'outage'`,
};
const OWN = [TABLE.marks, TABLE.sweepClock, TABLE.retentionSettings] as string[];
/** Column by which other rows refer to a row that has it. */
const ORIGIN = 'origin_id';

/** Returns every row of every table, identified as other rows refer to it. */
export function readEverything(filename: string): Readonly<Record<string, string[]>> {
  const database = new Database(filename, { readonly: true });
  try {
    const tables = Object.values(TABLE).filter((table) => !OWN.includes(table));
    return Object.fromEntries(
      tables.map((table) => {
        const rows = database.prepare(`SELECT * FROM ${table} ${COMPARED_OF[table] ?? ''}`).all() as Row[];
        return [table, rows.map((row) => JSON.stringify(comparable(row))).sort()];
      }),
    );
  } finally {
    database.close();
  }
}

function comparable({ id, ...row }: Row): Row {
  const isNamed = ORIGIN in row;
  const kept = Object.entries(row).filter(([name]) => !NOT_COMPARED.includes(name) && name !== ORIGIN);
  return { ...(isNamed && { id }), ...Object.fromEntries(kept) };
}
