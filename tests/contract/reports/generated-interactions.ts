import type { Captured } from '../../../plugins/attendance/protocol/interactions/people';
import type { FormAnswer } from '../../../plugins/attendance/protocol/settings/form';
import {
  DURATIONS,
  ENDED_BY,
  OUTCOMES,
  type Duration,
  type EndedBy,
  type ReportOutcome,
} from '../../../plugins/attendance/protocol/reports/report-choices';
import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';

/** The zone's clock went an hour on at 2018-11-04 03:00 UTC. */
export const ZONE = 'America/Sao_Paulo';
export const CHANGE = Date.UTC(2018, 10, 4, 3);
export const SINCE = Date.UTC(2018, 10, 1, 3);
export const UNTIL = Date.UTC(2018, 10, 9, 2);
const HOUR = 3_600_000;
export const OFFSETS = [
  { since: SINCE, offsetMs: -3 * HOUR },
  { since: CHANGE, offsetMs: -2 * HOUR },
];
export const IP = '192.0.2.77';

export interface Holding {
  readonly agentId: number;
  readonly name: string;
  readonly assignedAt: number;
  readonly openedAt: number | null;
  readonly releasedAt: number;
  readonly outcome: string;
  /** What the agent's figures are made of; in ms, null where it has none. */
  readonly measured: {
    readonly firstResponse: number | null;
    readonly responseCount: number;
    readonly handling: number | null;
    readonly wrapUp: number | null;
  };
}

/** An interaction that is over, as the tests know it: what the rows of it are made of, and what is asked of them. */
export interface Lived {
  readonly id: number;
  readonly requestedAt: number;
  readonly channel: Channel;
  readonly beganAs: Channel;
  readonly siteId: number;
  readonly departmentId: number | null;
  readonly agentName: string;
  readonly origin: string;
  readonly outcome: ReportOutcome;
  readonly endedBy: EndedBy;
  /** In ms; null where it has none. Of responses, their mean. */
  readonly durations: Readonly<Record<Duration, number | null>>;
  readonly responseCount: number;
  readonly callCount: number;
  readonly missed: number;
  readonly transfers: number;
  readonly isRatingAsked: boolean;
  readonly rating: { readonly scale: 'thumbs' | 'stars'; readonly score: number } | null;
  readonly holdings: readonly Holding[];
  readonly tags: readonly { readonly id: number; readonly name: string }[];
  readonly isKept: boolean;
  readonly note: string;
  readonly answers: readonly FormAnswer[];
  readonly fieldValues: Readonly<Record<string, string>>;
  readonly visitorFieldsAtEnd: Readonly<Record<string, string>>;
}

/** What a spreadsheet would run, break at, or show wrongly. */
export const NASTY = [
  `=cmd|' /C calc'!A0`,
  '+55 11 99999-0000',
  '-2+3',
  '@SUM(A1)',
  '\ttab first',
  '\nline first',
  '＝HYPERLINK("http://evil.example")',
  'says "hello", twice',
  'a;b,c',
  'line one\r\nline two\nline three',
  'família 👩‍👩‍👧 🇧🇷',
  '',
];

const AGENTS = ['ana', 'bruno', 'carla', 'davi'];
const TAGS = ['boleto', 'frete', 'troca'];
const ORIGINS = ['shop.example/', 'shop.example/cart', ''];

/** Returns lives of which each value is as likely as another; the same ones for the same chance. */
export function generateLives(count: number, random: () => number): Lived[] {
  const below = (most: number): number => Math.floor(random() * most);
  const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;
  const maybe = <Value>(value: () => Value): Value | null => (random() < 0.3 ? null : value());
  return Array.from({ length: count }, (_, index) => {
    const requestedAt = SINCE - 6 * HOUR + below(UNTIL - SINCE + 12 * HOUR);
    const outcome = pick(OUTCOMES);
    const beganAs = pick(CHANNELS);
    const responseCount = below(3);
    const durations = Object.fromEntries(DURATIONS.map((name) => [name, maybe(() => below(60) * 1_000)]));
    // A threshold is met or missed by as little as it can be.
    if (durations['firstResponse'] !== null)
      durations['firstResponse'] = 19_999 + below(3) + below(2) * 10_000;
    if (outcome === 'abandoned') durations['waiting'] = 19_999 + below(3) + below(2) * 10_000;
    const holdings = outcome === 'abandoned' ? [] : holdingsOf(requestedAt, below, pick);
    const scale = pick(['thumbs', 'stars'] as const);
    const score = scale === 'thumbs' ? below(2) : 1 + below(5);
    return {
      // Not in the order of their requests, as where older ones are written later.
      id: index + 1,
      requestedAt,
      channel: beganAs === 'chat' ? pick(CHANNELS) : beganAs,
      beganAs,
      siteId: 1 + below(2),
      departmentId: maybe(() => 1 + below(3)),
      agentName: holdings.at(-1)?.name ?? '',
      origin: pick(ORIGINS),
      outcome,
      endedBy: pick(ENDED_BY),
      durations: { ...durations, response: responseCount === 0 ? null : 1_500 } as Lived['durations'],
      responseCount,
      callCount: below(2),
      missed: below(2),
      transfers: below(2),
      isRatingAsked: random() < 0.7,
      rating: maybe(() => ({ scale, score })),
      holdings,
      tags: TAGS.map((name, id) => ({ id: id + 1, name })).filter(() => random() < 0.3),
      isKept: random() < 0.8,
      note: pick(NASTY),
      answers: random() < 0.5 ? [answer('Empresa', pick(NASTY)), answer('=Pedido', String(below(900)))] : [],
      fieldValues: random() < 0.5 ? { 1: pick(NASTY) } : {},
      visitorFieldsAtEnd: random() < 0.5 ? { 2: pick(NASTY) } : {},
    };
  });
}

function answer(label: string, shown: string): FormAnswer {
  return { fieldId: label.toLowerCase(), type: 'text', label, value: shown, shown };
}

function holdingsOf(
  requestedAt: number,
  below: (most: number) => number,
  pick: <Value>(values: readonly Value[]) => Value,
): Holding[] {
  return Array.from({ length: 1 + below(3) }, (_, turn) => {
    const agent = below(AGENTS.length);
    const assignedAt = requestedAt + (turn + 1) * 1_000;
    return {
      agentId: agent + 1,
      name: AGENTS[agent] ?? '',
      assignedAt,
      openedAt: below(2) === 0 ? null : assignedAt + 500,
      releasedAt: assignedAt + 900,
      outcome: pick(['ended', 'missed', 'reassigned', 'transferred']),
      measured: {
        firstResponse: pick([null, 700]),
        responseCount: below(3),
        handling: pick([null, 400]),
        wrapUp: pick([null, 0, 100]),
      },
    };
  });
}

export type Rows = readonly Readonly<Record<string, string | number | boolean | null>>[];

/** Returns the rows of those lives, by their tables. */
export function rowsOf(lives: readonly Lived[]): Readonly<Record<string, Rows>> {
  const kept = lives.filter(({ isKept }) => isKept);
  return {
    attendance_report_rows: lives.map(toReportRow),
    attendance_report_assignments: lives.flatMap(({ channel, holdings, id }) =>
      holdings.map(({ agentId, assignedAt, measured, name, openedAt, outcome, releasedAt }) => ({
        interaction_id: id,
        agent_id: agentId,
        agent_name: name,
        channel,
        assigned_at: assignedAt,
        opened_at: openedAt,
        released_at: releasedAt,
        outcome,
        first_response_ms: measured.firstResponse,
        response_total_ms: measured.responseCount * 1_500,
        response_count: measured.responseCount,
        handling_ms: measured.handling,
        wrap_up_ms: measured.wrapUp,
      })),
    ),
    attendance_report_tags: lives.flatMap(({ id, tags }) =>
      tags.map((tag) => ({ interaction_id: id, tag_id: tag.id, name: tag.name })),
    ),
    attendance_custom_fields: [
      {
        id: 1,
        position: 1,
        label: labelOf('Contrato'),
        type: 'text',
        subject: 'interaction',
        is_archived: false,
      },
      { id: 2, position: 0, label: labelOf('Plano'), type: 'text', subject: 'visitor', is_archived: true },
    ],
    attendance_visitors: kept.map(({ id, note }) => ({
      id: 10_000 + id,
      site_id: 1,
      name: note,
      email: `v${id}@test.example`,
      phone: '+5511999990000',
      document: '',
    })),
    attendance_interactions: kept.map(toInteractionRow),
  };
}

/** What the platform captured of them by itself. */
export function capturedOf({ note }: Lived): Captured {
  return {
    originUrl: 'https://shop.example/',
    originTitle: note,
    currentUrl: 'https://shop.example/cart',
    currentTitle: '',
    referrer: '',
    language: 'pt-BR',
    browser: 'Firefox',
    operatingSystem: 'Linux',
    ip: IP,
  };
}

function labelOf(text: string): string {
  return JSON.stringify({ 'pt-BR': text, en: '', es: '' });
}

function toReportRow(lived: Lived) {
  const { durations } = lived;
  return {
    interaction_id: lived.id,
    version: 1,
    requested_at: lived.requestedAt,
    ended_at: lived.requestedAt + 60_000,
    closed_at: lived.requestedAt + 61_000,
    channel: lived.channel,
    began_as: lived.beganAs,
    site_id: lived.siteId,
    site_name: `loja ${lived.siteId}`,
    department_id: lived.departmentId,
    department_name: lived.departmentId === null ? '' : `setor ${lived.departmentId}`,
    agent_id: lived.holdings.at(-1)?.agentId ?? null,
    agent_name: lived.agentName,
    origin: lived.origin,
    outcome: lived.outcome,
    ended_by: lived.endedBy,
    waiting_ms: durations.waiting,
    ring_ms: durations.ring,
    first_response_ms: durations.firstResponse,
    response_total_ms: durations.response === null ? null : durations.response * lived.responseCount,
    response_count: lived.responseCount,
    duration_ms: durations.duration,
    handling_ms: durations.handling,
    wrap_up_ms: durations.wrapUp,
    call_ms: durations.call,
    call_count: lived.callCount,
    missed_count: lived.missed,
    transfer_count: lived.transfers,
    is_rating_asked: lived.isRatingAsked,
    rating_scale: lived.rating?.scale ?? null,
    rating_score: lived.rating?.score ?? null,
  };
}

function toInteractionRow(lived: Lived) {
  return {
    id: lived.id,
    protocol_number: `2018-${lived.id}`,
    site_id: lived.siteId,
    visitor_id: 10_000 + lived.id,
    channel: lived.channel,
    status: lived.outcome === 'abandoned' ? 'abandoned' : 'ended',
    waiting_since: lived.requestedAt,
    closing_tag: '',
    closing_note: lived.note,
    captured: JSON.stringify(capturedOf(lived)),
    answers: lived.answers.length === 0 ? null : JSON.stringify(lived.answers),
    field_values: JSON.stringify(lived.fieldValues),
    visitor_fields_at_end: JSON.stringify(lived.visitorFieldsAtEnd),
    rating_scale: lived.rating?.scale ?? null,
    rating_score: lived.rating?.score ?? null,
    rating_comment: lived.rating === null ? null : lived.note,
    rated_at: lived.rating === null ? null : lived.requestedAt + 70_000,
  };
}
