import { TABLE } from '../../../plugins/attendance/server/src/adapters/database/tables';

/** A report row as a test makes it, by the names of its columns. */
export interface DataRow {
  readonly id: number;
  readonly interaction_id: number;
  readonly version: number;
  readonly requested_at: number;
  readonly ended_at: number;
  readonly closed_at: number;
  readonly channel: 'chat' | 'voice' | 'video';
  readonly began_as: 'chat' | 'voice' | 'video';
  readonly site_id: number;
  readonly site_name: string;
  readonly department_id: number | null;
  readonly department_name: string;
  readonly agent_id: number | null;
  readonly agent_name: string;
  readonly origin: string;
  readonly outcome: 'answered' | 'unanswered' | 'abandoned';
  readonly ended_by: 'visitor' | 'agent' | 'nobody' | 'supervisor' | 'system';
  readonly waiting_ms: number | null;
  readonly ring_ms: number | null;
  readonly first_response_ms: number | null;
  readonly response_total_ms: number;
  readonly response_count: number;
  readonly duration_ms: number;
  readonly handling_ms: number | null;
  readonly wrap_up_ms: number | null;
  readonly call_ms: number | null;
  readonly call_count: number;
  readonly missed_count: number;
  readonly transfer_count: number;
  readonly is_rating_asked: boolean;
  readonly rating_scale: 'thumbs' | 'stars' | null;
  readonly rating_score: number | null;
}

export interface DataAssignment {
  readonly id: number;
  readonly interaction_id: number;
  readonly agent_id: number;
  readonly agent_name: string;
  readonly channel: DataRow['channel'];
  readonly assigned_at: number;
  readonly opened_at: number | null;
  readonly released_at: number;
  readonly outcome: 'ended' | 'missed' | 'reassigned' | 'transferred';
  readonly ring_ms: number | null;
  readonly first_response_ms: number | null;
  readonly response_total_ms: number;
  readonly response_count: number;
  readonly handling_ms: number | null;
  readonly wrap_up_ms: number | null;
}

export interface DataTag {
  readonly id: number;
  readonly interaction_id: number;
  readonly tag_id: number;
  readonly name: string;
}

export interface DataPresence {
  readonly id: number;
  readonly agent_id: number;
  readonly agent_name: string;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly end_reason: string | null;
}

/** All that reports are made of. */
export interface ReportData {
  readonly rows: readonly DataRow[];
  readonly assignments: readonly DataAssignment[];
  readonly tags: readonly DataTag[];
  readonly presence: readonly DataPresence[];
}

/** The same as rows of tables. */
export function tablesOf({ assignments, presence, rows, tags }: ReportData): [string, readonly object[]][] {
  return [
    [TABLE.reportRows, rows],
    [TABLE.reportAssignments, assignments],
    [TABLE.reportTags, tags],
    [TABLE.presencePeriods, presence],
  ];
}

const MINUTE_MS = 60_000;
const AGENTS = 6;
const ORIGINS = 14;
const TAGS = 12;

export interface GeneratedPeriod {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Makes interactions over a period, many of them near midnight in some zone; what a seed makes, it makes again. */
export function generateReports(random: () => number, { count, from, to }: GeneratedPeriod): ReportData {
  const below = (most: number): number => Math.floor(random() * most);
  const chance = (share: number): boolean => random() < share;
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const maybe = (share: number, most: number): number | null => (chance(share) ? below(most) : null);
  const rows: DataRow[] = [];
  const assignments: DataAssignment[] = [];
  const tags: DataTag[] = [];
  const presence: DataPresence[] = [];
  for (let id = 1; id <= count; id += 1) {
    const anywhere = from + below(to - from);
    // Some at a whole hour to the ms, where the days are cut.
    const requestedAt = chance(0.2) ? anywhere - (anywhere % 3_600_000) - below(2) : anywhere;
    const outcome = oneOf(['answered', 'answered', 'answered', 'unanswered', 'abandoned'] as const);
    const beganAs = oneOf(['chat', 'chat', 'voice', 'video'] as const);
    const channel = beganAs === 'chat' && chance(0.2) ? 'video' : beganAs;
    const holders = outcome === 'abandoned' ? below(2) : 1 + below(3);
    // Who is put back after a response may still give up.
    const isAttended = outcome === 'answered' || (outcome === 'abandoned' && holders > 0 && chance(0.7));
    const responded = isAttended ? maybe(0.9, 60_000) : null;
    const firstResponse = responded !== null && chance(0.1) ? 30_000 : responded;
    let at = requestedAt + below(40_000);
    const responder = below(holders);
    let holder: number | null = null;
    for (let place = 0; place < holders; place += 1) {
      const agent = 1 + below(AGENTS);
      const isLast = place === holders - 1;
      const isOpened = isAttended ? isLast || chance(0.6) : false;
      const released = at + below(30 * MINUTE_MS);
      holder = agent;
      assignments.push({
        id: assignments.length + 1,
        interaction_id: id,
        agent_id: agent,
        agent_name: `Agente ${agent}`,
        channel,
        assigned_at: at,
        opened_at: isOpened ? at + below(5_000) : null,
        released_at: released,
        outcome: isLast ? 'ended' : oneOf(['missed', 'reassigned', 'transferred'] as const),
        ring_ms: isOpened ? below(5_000) : null,
        first_response_ms: place === responder ? firstResponse : null,
        response_total_ms: below(600_000),
        response_count: below(4),
        handling_ms: isOpened ? released - at : null,
        wrap_up_ms: isLast ? maybe(0.7, 90_000) : null,
      });
      at = released + below(1_000);
    }
    const department = chance(0.8) ? 1 + below(3) : null;
    const site = 1 + below(2);
    const ended = at + below(MINUTE_MS);
    const isAsked = chance(0.7);
    const scale = isAsked && chance(0.6) ? oneOf(['thumbs', 'stars'] as const) : null;
    rows.push({
      id,
      interaction_id: id,
      version: 1,
      requested_at: requestedAt,
      ended_at: ended,
      closed_at: ended,
      channel,
      began_as: beganAs,
      site_id: site,
      site_name: `Site ${site}`,
      department_id: department,
      // Renamed in the middle: the newest name is shown.
      department_name: department === null ? '' : `Depto ${department}${id > count / 2 ? ' novo' : ''}`,
      agent_id: holder,
      agent_name: holder === null ? '' : `Agente ${holder}`,
      origin: chance(0.1) ? '' : `shop.example/${below(ORIGINS)}`,
      outcome,
      ended_by: oneOf(['visitor', 'agent', 'nobody', 'supervisor', 'system'] as const),
      // The threshold itself among them.
      waiting_ms: chance(0.1) ? 30_000 : below(60_000),
      ring_ms: outcome === 'answered' ? below(20_000) : null,
      first_response_ms: firstResponse,
      response_total_ms: below(900_000),
      response_count: below(5),
      duration_ms: ended - requestedAt,
      handling_ms: outcome === 'answered' ? below(900_000) : null,
      wrap_up_ms: maybe(0.5, 90_000),
      call_ms: channel === 'chat' ? null : below(900_000),
      call_count: channel === 'chat' ? 0 : 1,
      missed_count: below(3),
      transfer_count: below(2),
      is_rating_asked: isAsked,
      rating_scale: scale,
      rating_score: scale === null ? null : scale === 'stars' ? 1 + below(5) : below(2),
    });
    const own = new Set(Array.from({ length: below(4) }, () => 1 + below(TAGS)));
    for (const tag of own)
      tags.push({ id: tags.length + 1, interaction_id: id, tag_id: tag, name: `Etiqueta ${tag}` });
  }
  // The last agent is there, and never held anything.
  for (let agent = 1; agent <= AGENTS + 1; agent += 1) {
    let at = from - below(600) * MINUTE_MS;
    while (at < to) {
      const end = at + below(900) * MINUTE_MS;
      const isOpen = end >= to;
      presence.push({
        id: presence.length + 1,
        agent_id: agent,
        agent_name: `Agente ${agent}`,
        started_at: at,
        ended_at: isOpen ? null : end,
        end_reason: isOpen ? null : 'own-choice',
      });
      at = end + below(600) * MINUTE_MS;
    }
  }
  return { rows, assignments, tags, presence };
}
