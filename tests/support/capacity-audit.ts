import type { Knex } from 'knex';

interface Breach {
  readonly rule: string;
  readonly rows: string;
}

/**
 * Queries that must find no row, whatever was done: invariants of the tables, in SQL, with nothing of the product in
 * between.
 */
const QUESTIONS: readonly Breach[] = [
  {
    rule: 'a chat stands beside a call, or two calls at one agent',
    rows: `select agent_id from attendance_interactions where status = 'assigned' group by agent_id
           having sum(channel <> 'chat' or coalesce(whole_agent, 0) = 1) > 0 and count(*) > 1`,
  },
  {
    rule: 'an agent holds more chats than there are slots',
    rows: `select agent_id from attendance_interactions where status = 'assigned' group by agent_id having count(*) > 20`,
  },
  {
    rule: 'a slot has two holders',
    rows: `select agent_id from attendance_slots group by agent_id, slot having count(*) > 1`,
  },
  {
    rule: 'an assigned interaction has not its slots',
    rows: `select i.id from attendance_interactions i where i.status = 'assigned' and
             (select count(*) from attendance_slots s where s.interaction_id = i.id and s.agent_id = i.agent_id)
             <> (case when i.channel = 'chat' and coalesce(i.whole_agent, 0) = 0 then 1 else 20 end)`,
  },
  {
    rule: 'a chat keeps its agent whole though nobody calls',
    rows: `select id from attendance_interactions where status = 'assigned' and channel = 'chat'
             and (whole_agent = 1) <> (call_state is 'ringing' and call_by is 'agent')`,
  },
  {
    rule: 'an attempt goes on without its call, or a call without its attempt',
    rows: `select i.id from attendance_interactions i where (i.call_state is 'connected') <>
             exists (select 1 from attendance_call_attempts a where a.interaction_id = i.id and a.ended_at is null)`,
  },
  {
    rule: 'a slot is held by what is not assigned',
    rows: `select s.id from attendance_slots s left join attendance_interactions i on i.id = s.interaction_id
           where i.status is null or i.status <> 'assigned' or i.agent_id <> s.agent_id`,
  },
  {
    rule: 'a visitor has two live interactions on a site',
    rows: `select visitor_id from attendance_interactions
           where status = 'waiting' or (status = 'assigned' and visitor_ended_at is null)
           group by visitor_id, site_id having count(*) > 1`,
  },
  {
    rule: 'the sequence of a transcript has a hole',
    rows: `select i.id from attendance_interactions i where i.last_sequence <>
             (select count(*) from attendance_messages m where m.interaction_id = i.id)`,
  },
];

/** Returns the rules that the tables break; every test expects none. */
export async function breachesIn(knex: Knex): Promise<string[]> {
  const found: string[] = [];
  for (const { rule, rows } of QUESTIONS) {
    const answer = (await knex.raw(rows)) as unknown[];
    if (answer.length > 0) found.push(`${rule}: ${JSON.stringify(answer)}`);
  }
  return found;
}
