import Database from 'better-sqlite3';

/** What a year of a busy company leaves behind. */
export interface SeededYear {
  readonly interactions: number;
  readonly messagesEach: number;
  /** Last instant of the year. */
  readonly until: number;
  readonly siteId: number;
  readonly agentIds: readonly number[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAYS = 365;
const VISITORS = 50_000;
const DEPARTMENTS = ['Vendas', 'Suporte', 'Financeiro', 'Entregas', 'Trocas', 'Parcerias'];
const SITES = 3;
const ORIGINS = 60;
const TAGS = 24;
/** Hours in which people write, São Paulo's eight to eight in UTC. */
const FIRST_HOUR = 11;
const HOURS = 12;
/** Versions by which nothing is indexed or measured anew at the start. */
const SEARCH_VERSION = 2;
const REPORT_VERSION = 1;

const BODIES = [
  'Bom dia! O pedido 4711 ainda não chegou, e o rastreio não anda desde ontem.',
  'Olá, vou verificar agora mesmo. Um instante, por favor.',
  'Obrigado. Preciso trocar o tamanho da camisa azul.',
  'Claro! Qual tamanho a senhora prefere?',
  'M, por favor.',
] as const;

type Row = Readonly<Record<string, string | number | null>>;

/** mulberry32: the same year at each run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a year of ended interactions with all that reports are made of into a database that no server has open. */
export function seedYear(filename: string, year: SeededYear, seed = 1): void {
  const database = new Database(filename);
  try {
    database.pragma('synchronous = OFF');
    database.pragma('cache_size = -200000');
    const inserts = new Map<string, Database.Statement>();
    const insert = (table: string, row: Row): void => {
      const names = Object.keys(row);
      const text = `INSERT INTO attendance_${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
      const statement = inserts.get(text) ?? database.prepare(text);
      inserts.set(text, statement);
      statement.run(...Object.values(row));
    };
    database.transaction(() => new Year(year, insert, randomOf(seed)).write())();
    database.exec('ANALYZE');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

class Year {
  private nextMessage = 0;

  constructor(
    private readonly year: SeededYear,
    private readonly insert: (table: string, row: Row) => void,
    private readonly random: () => number,
  ) {}

  private below(most: number): number {
    return Math.floor(this.random() * most);
  }

  /** A duration of which most are short and a few long. */
  private about(ms: number): number {
    return Math.floor(-Math.log(1 - this.random()) * ms);
  }

  write(): void {
    const { interactions } = this.year;
    DEPARTMENTS.forEach((name, index) =>
      this.insert('departments', { id: 1_000 + index, key: `d${index}`, name }),
    );
    for (let index = 0; index < VISITORS; index += 1)
      this.insert('visitors', {
        id: 1_000_000 + index,
        site_id: this.year.siteId,
        name: `Cliente ${index}`,
        email: `cliente-${index}@example.com`,
        phone: '',
        document: '',
      });
    // In the order of their requests, as a year writes them.
    for (let index = 0; index < interactions; index += 1) this.writeInteraction(index);
    for (const agentId of this.year.agentIds) this.writePresence(agentId);
  }

  /** Requests come in working hours, fewer on weekends. */
  private requestOf(index: number): number {
    const share = (index + 0.5) / this.year.interactions;
    const first = Math.floor((this.year.until - DAYS * DAY_MS) / DAY_MS) * DAY_MS;
    const day = Math.floor(share * (DAYS - 1));
    const weekday = new Date(first + day * DAY_MS).getUTCDay();
    const shift = (weekday === 0 || weekday === 6) && this.random() < 0.7 ? 2 : 0;
    const hour = FIRST_HOUR + this.below(HOURS);
    return first + (day - shift) * DAY_MS + hour * HOUR_MS + this.below(HOUR_MS);
  }

  private writeInteraction(index: number): void {
    const { agentIds, messagesEach, siteId } = this.year;
    const id = 1_000_000 + index;
    const requestedAt = this.requestOf(index);
    const agentId = agentIds[this.below(agentIds.length)] ?? 0;
    const kind = this.random();
    const outcome = kind < 0.88 ? 'answered' : kind < 0.92 ? 'unanswered' : 'abandoned';
    const channel = this.random() < 0.85 ? 'chat' : this.random() < 0.6 ? 'voice' : 'video';
    const waitingMs = this.about(20_000);
    const ringMs = this.about(5_000);
    const assignedAt = requestedAt + waitingMs;
    const openedAt = assignedAt + ringMs;
    const handlingMs = this.about(9 * MINUTE_MS);
    const endedAt = outcome === 'abandoned' ? assignedAt : openedAt + handlingMs;
    const wrapUpMs = this.about(30_000);
    const closedAt = endedAt + wrapUpMs;
    const isAnswered = outcome === 'answered';
    const isHeld = outcome !== 'abandoned';
    const firstResponseMs = isAnswered ? waitingMs + ringMs + this.about(12_000) : null;
    const department = this.random() < 0.9 ? this.below(DEPARTMENTS.length) : null;
    const site = this.below(SITES);
    const scale = isAnswered && this.random() < 0.35 ? 'stars' : null;
    const score = scale === null ? null : 5 - Math.min(4, this.about(1));
    const isMissed = isHeld && this.random() < 0.05;
    const isTransferred = isHeld && this.random() < 0.08;
    const path = `/pagina/${Math.min(ORIGINS, this.about(10))}`;
    this.insert('interactions', {
      id,
      site_id: siteId,
      visitor_id: 1_000_000 + this.below(VISITORS),
      department_id: department === null ? null : 1_000 + department,
      channel,
      began_as: channel,
      status: outcome === 'abandoned' ? 'abandoned' : 'ended',
      protocol_number: `2026-${id}`,
      revision: 6,
      waiting_since: requestedAt,
      assigned_at: isHeld ? assignedAt : null,
      agent_id: isHeld ? agentId : null,
      opened_at: isAnswered ? openedAt : null,
      visitor_ended_at: endedAt,
      ended_at: closedAt,
      closing_tag: '',
      closing_note: index % 5 === 0 ? 'Trocado por tamanho M.' : '',
      last_sequence: messagesEach,
      visitor_delivered: messagesEach,
      visitor_read: messagesEach,
      agent_delivered: messagesEach,
      agent_read: messagesEach,
      missed_by: '[]',
      captured: JSON.stringify({
        originUrl: `https://shop.example${path}`,
        originTitle: 'Camisa azul',
        currentUrl: `https://shop.example${path}`,
        currentTitle: 'Camisa azul',
        referrer: '',
        language: 'pt-BR',
        browser: 'Firefox 140',
        operatingSystem: 'Linux',
        ip: '192.0.2.1',
      }),
      rating_scale: scale,
      rating_score: score,
      search_version: SEARCH_VERSION,
      report_version: REPORT_VERSION,
    });
    for (let sequence = 1; sequence <= messagesEach; sequence += 1) {
      const side = sequence % 2 === 1 ? 'visitor' : 'agent';
      this.nextMessage += 1;
      this.insert('messages', {
        interaction_id: id,
        sequence,
        side,
        client_message_id: `s${this.nextMessage}`,
        agent_id: side === 'agent' ? agentId : null,
        agent_name: side === 'agent' ? `Agente ${agentId}` : '',
        body: BODIES[sequence % BODIES.length] ?? '',
        sent_at: requestedAt + sequence * 20_000,
      });
    }
    this.insert('report_rows', {
      id,
      interaction_id: id,
      version: REPORT_VERSION,
      requested_at: requestedAt,
      ended_at: endedAt,
      closed_at: closedAt,
      channel,
      began_as: channel,
      site_id: siteId + site,
      site_name: `Loja ${site}`,
      department_id: department === null ? null : 1_000 + department,
      department_name: department === null ? '' : (DEPARTMENTS[department] ?? ''),
      agent_id: isHeld ? agentId : null,
      agent_name: isHeld ? `Agente ${agentId}` : '',
      origin: `shop.example${path}`,
      outcome,
      ended_by: outcome === 'abandoned' ? 'nobody' : this.random() < 0.6 ? 'visitor' : 'agent',
      waiting_ms: waitingMs,
      ring_ms: isAnswered ? ringMs : null,
      first_response_ms: firstResponseMs,
      response_total_ms: isAnswered ? 4 * this.about(25_000) : 0,
      response_count: isAnswered ? 4 : 0,
      duration_ms: endedAt - requestedAt,
      handling_ms: isAnswered ? handlingMs : null,
      wrap_up_ms: isHeld ? wrapUpMs : null,
      call_ms: channel === 'chat' || !isAnswered ? null : handlingMs,
      call_count: channel === 'chat' || !isAnswered ? 0 : 1,
      missed_count: isMissed ? 1 : 0,
      transfer_count: isTransferred ? 1 : 0,
      is_rating_asked: 1,
      rating_scale: scale,
      rating_score: score,
    });
    if (isHeld)
      this.writeAssignments(
        id,
        { assignedAt, closedAt, channel, agentId, isMissed, isTransferred },
        {
          opened_at: isAnswered ? openedAt : null,
          ring_ms: isAnswered ? ringMs : null,
          first_response_ms: firstResponseMs,
          response_total_ms: isAnswered ? 4 * this.about(25_000) : 0,
          response_count: isAnswered ? 4 : 0,
          handling_ms: isAnswered ? handlingMs : null,
          wrap_up_ms: wrapUpMs,
        },
      );
    const first = this.below(TAGS);
    for (let count = this.below(3); count > 0; count -= 1)
      this.insert('report_tags', {
        interaction_id: id,
        tag_id: 1_000 + ((first + count) % TAGS),
        name: `Etiqueta ${(first + count) % TAGS}`,
      });
  }

  private writeAssignments(
    id: number,
    of: {
      readonly assignedAt: number;
      readonly closedAt: number;
      readonly channel: string;
      readonly agentId: number;
      readonly isMissed: boolean;
      readonly isTransferred: boolean;
    },
    own: Row,
  ): void {
    const { agentIds } = this.year;
    const earlier = [...(of.isMissed ? ['missed'] : []), ...(of.isTransferred ? ['transferred'] : [])];
    const steps = [...earlier, 'ended'];
    const span = (of.closedAt - of.assignedAt) / steps.length;
    steps.forEach((outcome, place) => {
      const isLast = place === steps.length - 1;
      const agentId = isLast ? of.agentId : (agentIds[this.below(agentIds.length)] ?? 0);
      const times = {
        interaction_id: id,
        agent_id: agentId,
        assigned_at: Math.floor(of.assignedAt + span * place),
        released_at: isLast ? of.closedAt : Math.floor(of.assignedAt + span * (place + 1)),
        outcome,
      };
      this.insert('assignments', { ...times, opened_at: own['opened_at'] ?? null });
      this.insert('report_assignments', {
        ...own,
        ...(isLast ? {} : { first_response_ms: null, wrap_up_ms: null, opened_at: null, handling_ms: null }),
        ...times,
        agent_name: `Agente ${agentId}`,
        channel: of.channel,
      });
    });
  }

  /** Two times Online on each day. */
  private writePresence(agentId: number): void {
    const first = Math.floor((this.year.until - DAYS * DAY_MS) / DAY_MS) * DAY_MS;
    for (let day = 0; day < DAYS - 1; day += 1)
      for (const hour of [FIRST_HOUR, FIRST_HOUR + 6]) {
        const startedAt = first + day * DAY_MS + hour * HOUR_MS + this.below(10 * MINUTE_MS);
        this.insert('presence_periods', {
          agent_id: agentId,
          agent_name: `Agente ${agentId}`,
          started_at: startedAt,
          ended_at: startedAt + 5 * HOUR_MS,
          end_reason: 'own-choice',
        });
      }
  }
}
