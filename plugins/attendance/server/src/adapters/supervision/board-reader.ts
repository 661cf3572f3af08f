import type { DepartmentId, InteractionId, VisitorId, AgentId } from '../../../../protocol/schemas/ids';
import type { BoardReader, OpenInteraction } from '../../application/supervision/ports';
import { toCall } from '../calls/call-rows';
import { toTime, toTimeOrNull } from '../database/columns';
import type { SqlReader } from '../database/sql';
import { TABLE } from '../database/tables';
import type { InteractionRow } from '../interactions/interaction-rows';

const COLUMNS = [
  'id',
  'protocol_number',
  'channel',
  'status',
  'visitor_id',
  'department_id',
  'waiting_since',
  'away_until',
  'agent_id',
  'assigned_at',
  'opened_at',
  'visitor_ended_at',
  'last_writer',
  'call_state',
  'call_by',
  'call_medium',
  'call_since',
  'call_until',
  'call_room',
  'call_provider',
  'call_count',
] as const;

type Row = Pick<
  InteractionRow,
  (typeof COLUMNS)[number] | 'agent_name' | 'department_key' | 'department_name' | 'visitor_name'
>;

// No more than the board shows: it is read each second while somebody watches.
const OPEN = `SELECT ${COLUMNS.map((name) => `i.${name}`).join(', ')}, v.name AS visitor_name, a.public_name AS agent_name,
    d.key AS department_key, d.name AS department_name
  FROM ${TABLE.interactions} i
  LEFT JOIN ${TABLE.visitors} v ON v.id = i.visitor_id
  LEFT JOIN ${TABLE.agents} a ON a.id = i.agent_id
  LEFT JOIN ${TABLE.departments} d ON d.id = i.department_id
  WHERE i.status IN ('waiting', 'assigned') ORDER BY i.waiting_since, i.id`;
const WAITING = `SELECT COUNT(*) AS waiting_count, MIN(CASE WHEN away_until IS NULL THEN waiting_since END) AS longest_since
  FROM ${TABLE.interactions} WHERE status = 'waiting'`;

/** Reads what goes on, outside a transaction. */
export function createBoardReader(reader: SqlReader): BoardReader {
  return {
    open: async () => (await reader.rows<Row>(OPEN)).map(toOpen),
    waiting: async () => {
      const [row] = await reader.rows<{
        waiting_count: number | string;
        longest_since: number | string | null;
      }>(WAITING);
      return {
        waitingCount: Number(row?.waiting_count ?? 0),
        longestSince: toTimeOrNull(row?.longest_since ?? null),
      };
    },
  };
}

function toOpen(row: Row): OpenInteraction {
  const {
    agent_id: agentId,
    assigned_at: assignedAt,
    department_id: departmentId,
    department_key: key,
  } = row;
  return {
    id: row.id as InteractionId,
    protocolNumber: row.protocol_number,
    channel: row.channel,
    visitorId: row.visitor_id as VisitorId,
    visitorName: row.visitor_name ?? '',
    department:
      departmentId === null || key === null
        ? null
        : { id: departmentId as DepartmentId, key, name: row.department_name ?? key },
    waitingSince: toTime(row.waiting_since),
    awayUntil: toTimeOrNull(row.away_until),
    held:
      row.status !== 'assigned' || agentId === null || assignedAt === null
        ? null
        : {
            agentId: agentId as AgentId,
            agentName: row.agent_name ?? '',
            assignedAt: toTime(assignedAt),
            openedAt: toTimeOrNull(row.opened_at),
            visitorEndedAt: toTimeOrNull(row.visitor_ended_at),
          },
    call: toCall(row),
    callCount: row.call_count ?? 0,
    lastWriter: row.last_writer,
  };
}
