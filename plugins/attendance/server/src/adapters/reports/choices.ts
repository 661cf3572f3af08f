import type { AgentId, TagId } from '../../../../protocol/schemas/ids';
import type { FilterChoices } from '../../application/reports/report-queries';
import type { Steps } from '../../application/steps';
import { TABLE } from '../database/tables';
import type { ReportSql } from './report-sql';

interface Choice {
  readonly id: number;
  readonly name: string;
}

/** Reads what the filters offer: what there is, by its present name, and what was, by its last one. */
export function* readChoices(sql: ReportSql): Steps<FilterChoices> {
  return {
    agents: (yield* read(
      sql,
      { table: TABLE.agents, name: 'public_name' },
      { table: TABLE.reportAssignments, id: 'agent_id', name: 'agent_name' },
    )) as FilterChoices['agents'] & { id: AgentId }[],
    departments: yield* read(
      sql,
      { table: TABLE.departments, name: 'name' },
      { table: TABLE.reportRows, id: 'department_id', name: 'department_name' },
    ),
    sites: yield* read(
      sql,
      { table: TABLE.sites, name: 'name' },
      { table: TABLE.reportRows, id: 'site_id', name: 'site_name' },
    ),
    tags: (yield* read(
      sql,
      { table: TABLE.tags, name: 'name' },
      { table: TABLE.reportTags, id: 'tag_id', name: 'name' },
    )) as FilterChoices['tags'] & { id: TagId }[],
  };
}

function* read(
  sql: ReportSql,
  present: { readonly table: string; readonly name: string },
  past: { readonly table: string; readonly id: string; readonly name: string },
): Steps<Choice[]> {
  const rows = yield* sql.rows<Choice>(
    `SELECT p.id, p.${present.name} AS name FROM ${present.table} p
     UNION ALL
     SELECT latest.id, named.${past.name} AS name
     FROM (SELECT ${past.id} AS id, MAX(id) AS last_id FROM ${past.table} WHERE ${past.id} IS NOT NULL GROUP BY ${past.id}) latest
     JOIN ${past.table} named ON named.id = latest.last_id
     WHERE latest.id NOT IN (SELECT id FROM ${present.table})`,
  );
  return rows.sort((one, other) => one.name.localeCompare(other.name) || one.id - other.id);
}
