import type { AgentId } from '../../../../protocol/schemas/ids';
import type { OpenPeriod, PresenceRows } from '../../application/agents/presence-rows';
import { toTime } from '../database/columns';
import type { Sql } from '../database/sql';
import { TABLE } from '../database/tables';

const OPEN = `SELECT id, agent_id, started_at FROM ${TABLE.presencePeriods} WHERE ended_at IS NULL`;
const NAME = `(SELECT a.public_name FROM ${TABLE.agents} a WHERE a.id = ?)`;
const BEGIN = `INSERT INTO ${TABLE.presencePeriods} (agent_id, agent_name, started_at) VALUES (?, ${NAME}, ?)`;
const END = `UPDATE ${TABLE.presencePeriods} SET ended_at = ?, end_reason = ?, agent_name = coalesce(${NAME}, agent_name) WHERE id = ?`;
const LAST_END = `SELECT ended_at AS at FROM ${TABLE.presencePeriods}
  WHERE agent_id = ? ORDER BY started_at DESC, id DESC LIMIT 1`;

interface PeriodRow {
  readonly id: number;
  readonly agent_id: AgentId;
  readonly started_at: number | string;
}

export function presenceTable(sql: Sql): PresenceRows {
  return {
    *openOf(agentId) {
      return (yield* sql.rows<PeriodRow>(`${OPEN} AND agent_id = ? ORDER BY id`, agentId)).map(toPeriod);
    },
    *allOpen() {
      return (yield* sql.rows<PeriodRow>(`${OPEN} ORDER BY id`)).map(toPeriod);
    },
    *lastEnd(agentId) {
      const [row] = yield* sql.rows<{ at: number | string | null }>(LAST_END, agentId);
      return toTime(row?.at ?? 0);
    },
    *open(agentId, startedAt) {
      yield* sql.run(BEGIN, agentId, agentId, startedAt);
    },
    *close({ agentId, id }, endedAt, reason) {
      yield* sql.run(END, endedAt, reason, agentId, id);
    },
  };
}

function toPeriod({ agent_id: agentId, id, started_at: startedAt }: PeriodRow): OpenPeriod {
  return { id, agentId, startedAt: toTime(startedAt) };
}
