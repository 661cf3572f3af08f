import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import { SLOT_COUNT } from '../../../domain/routing/capacity';
import { rowsOf } from './sqlite-connection';
import { TABLE } from '../tables';

/**
 * Enforces by triggers what unique indexes cannot of R6 and P3, by whatever path the server writes the rows: refused are a slot outside the range, a
 * chat in two slots, an assignment without its slots, slots taken from under an assignment, a capacity out of range and a live interaction without
 * its unique key. The triggers are SQLite's temporary ones and end with the server's connection: in the file they would stop a Strapi that starts
 * without the plugin, whose schema sync drops the tables that they name.
 */
export function guardCapacity(connection: Database): void {
  removeCapacityGuards(connection);
  for (const [name, body] of Object.entries(GUARDS)) connection.exec(`CREATE TEMP TRIGGER ${name} ${body}`);
}

/** Removes the guards for an import, whose rows come table by table. */
export function removeCapacityGuards(connection: Database): void {
  for (const name of Object.keys(GUARDS)) connection.exec(`DROP TRIGGER IF EXISTS temp.${name}`);
}

/** Takes those off that older versions kept in the file: before Strapi brings the tables up to date, which they hinder. */
export async function removeStoredGuards(knex: Knex): Promise<void> {
  const tables = Object.values(TABLE);
  const found = await rowsOf<{ name: string }>(
    knex,
    `SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'attendance\\_%' ESCAPE '\\'
     AND tbl_name IN (${tables.map(() => '?').join(', ')})`,
    ...tables,
  );
  for (const { name } of found) await knex.raw('DROP TRIGGER main.??', [name]);
}

const slotsOfNew = `(SELECT count(*) FROM ${TABLE.slots} WHERE interaction_id = NEW.id AND agent_id = NEW.agent_id)`;
/** [R4, M1] A call takes its agent whole, and so does a chat while its agent asks for one. */
const isWhole = (row: string): string => `(${row}.channel <> 'chat' OR coalesce(${row}.whole_agent, 0) = 1)`;
const slotsNeeded = `CASE WHEN ${isWhole('NEW')} THEN ${SLOT_COUNT} ELSE 1 END`;
const assignmentWithoutSlots = `WHEN NEW.status = 'assigned' AND ${slotsOfNew} <> ${slotsNeeded}
  BEGIN SELECT RAISE(ABORT, 'attendance: assigned without its capacity slots'); END`;

const isLive = `(NEW.status = 'waiting' OR (NEW.status = 'assigned' AND NEW.visitor_ended_at IS NULL))`;
const liveWithoutKey = `WHEN ${isLive} AND NEW.live_key IS NOT (NEW.site_id || '/' || NEW.visitor_id)
  BEGIN SELECT RAISE(ABORT, 'attendance: a live interaction carries the key of its visitor'); END`;

const outOfRange = (column: string): string => `WHEN NEW.${column} < 0 OR NEW.${column} > ${SLOT_COUNT}
  BEGIN SELECT RAISE(ABORT, 'attendance: a capacity is 0 to ${SLOT_COUNT}'); END`;

const GUARDS: Readonly<Record<string, string>> = {
  attendance_slot_range: `BEFORE INSERT ON ${TABLE.slots}
    WHEN NEW.slot IS NULL OR NEW.slot < 0 OR NEW.slot >= ${SLOT_COUNT} OR NEW.agent_id IS NULL OR NEW.interaction_id IS NULL
    BEGIN SELECT RAISE(ABORT, 'attendance: no such capacity slot'); END`,
  attendance_slot_fixed: `BEFORE UPDATE ON ${TABLE.slots}
    BEGIN SELECT RAISE(ABORT, 'attendance: a capacity slot is taken or freed, never changed'); END`,
  attendance_slot_kept: `BEFORE DELETE ON ${TABLE.slots}
    WHEN EXISTS (SELECT 1 FROM ${TABLE.interactions}
      WHERE id = OLD.interaction_id AND agent_id = OLD.agent_id AND status = 'assigned'
        AND (${isWhole(TABLE.interactions)}
          OR (SELECT count(*) FROM ${TABLE.slots} WHERE interaction_id = OLD.interaction_id) = 1))
    BEGIN SELECT RAISE(ABORT, 'attendance: an interaction keeps its slots until it is ended'); END`,
  attendance_slot_one_per_chat: `BEFORE INSERT ON ${TABLE.slots}
    WHEN EXISTS (SELECT 1 FROM ${TABLE.interactions} WHERE id = NEW.interaction_id AND NOT ${isWhole(TABLE.interactions)})
      AND EXISTS (SELECT 1 FROM ${TABLE.slots} WHERE interaction_id = NEW.interaction_id)
    BEGIN SELECT RAISE(ABORT, 'attendance: a chat holds one capacity slot'); END`,
  attendance_slot_beside_call: `BEFORE INSERT ON ${TABLE.slots}
    WHEN EXISTS (SELECT 1 FROM ${TABLE.slots} s JOIN ${TABLE.interactions} i ON i.id = s.interaction_id
      WHERE s.agent_id = NEW.agent_id AND s.interaction_id <> NEW.interaction_id AND i.status = 'assigned' AND ${isWhole('i')})
    BEGIN SELECT RAISE(ABORT, 'attendance: nothing is given beside a call'); END`,
  attendance_whole_agent: `BEFORE UPDATE OF whole_agent, channel ON ${TABLE.interactions}
    WHEN NEW.status = 'assigned' AND ${isWhole('NEW')} AND EXISTS
      (SELECT 1 FROM ${TABLE.slots} WHERE agent_id = NEW.agent_id AND interaction_id <> NEW.id)
    BEGIN SELECT RAISE(ABORT, 'attendance: a call takes its agent whole'); END`,
  attendance_assignment_insert: `BEFORE INSERT ON ${TABLE.interactions} ${assignmentWithoutSlots}`,
  // Updates are looked at only where they could break something: every message updates its interaction.
  attendance_assignment_update: `BEFORE UPDATE OF status, agent_id, channel ON ${TABLE.interactions} ${assignmentWithoutSlots}`,
  attendance_live_insert: `BEFORE INSERT ON ${TABLE.interactions} ${liveWithoutKey}`,
  attendance_live_update: `BEFORE UPDATE OF status, visitor_ended_at, live_key, site_id, visitor_id ON ${TABLE.interactions} ${liveWithoutKey}`,
  attendance_agent_capacity_insert: `BEFORE INSERT ON ${TABLE.agents} ${outOfRange('capacity')}`,
  attendance_agent_capacity_update: `BEFORE UPDATE OF capacity ON ${TABLE.agents} ${outOfRange('capacity')}`,
  attendance_default_capacity_insert: `BEFORE INSERT ON ${TABLE.settings} ${outOfRange('default_capacity')}`,
  attendance_default_capacity_update: `BEFORE UPDATE OF default_capacity ON ${TABLE.settings} ${outOfRange('default_capacity')}`,
};
