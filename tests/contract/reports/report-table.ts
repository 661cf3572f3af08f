import { parse } from 'csv-parse/sync';
import { beforeAll, expect, it } from 'vitest';

import {
  DURATIONS,
  ENDED_BY,
  OUTCOMES,
  OWN_PARTS,
} from '../../../plugins/attendance/protocol/reports/report-choices';
import {
  REPORT_PAGE_SIZE,
  SORTS,
  type ReportExportQuery,
  type ReportSort,
} from '../../../plugins/attendance/protocol/reports/report-filter';
import type { ReportInteraction } from '../../../plugins/attendance/protocol/reports/reports';
import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import {
  exportHead,
  exportPage,
  exportQuestions,
} from '../../../plugins/attendance/server/src/adapters/reports/interactions/export-interactions';
import { interactionsPage } from '../../../plugins/attendance/server/src/adapters/reports/interactions/read-interactions';
import { fromRowsOf } from '../../../plugins/attendance/server/src/adapters/reports/report-conditions';
import type { ReportSql } from '../../../plugins/attendance/server/src/adapters/reports/report-sql';
import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import { createInteractionSource } from '../../../plugins/attendance/server/src/application/reports/interaction-source';
import type { ReportSelection } from '../../../plugins/attendance/server/src/application/reports/report-scope';
import type { InteractionsPage } from '../../../plugins/attendance/server/src/application/reports/report-table';
import type { Steps } from '../../../plugins/attendance/server/src/application/steps';
import { seededRandom } from '../../support/seeded-random';
import {
  capturedOf,
  generateLives,
  IP,
  OFFSETS,
  rowsOf,
  SINCE,
  UNTIL,
  ZONE,
  type Lived,
  type Rows,
} from './generated-interactions';
import { belongsTo } from './naive-conditions';

/** A database that reports are read of. */
export interface ReportWorld {
  empty(): Promise<void>;
  insert(table: string, rows: Rows): Promise<void>;
  read<Result>(script: (sql: ReportSql) => Steps<Result>): Promise<Result>;
}

const LIVES = 700;
const COMBINATIONS = 200;
const BASE: ReportSelection = {
  since: SINCE,
  until: UNTIL,
  days: [],
  offsets: OFFSETS,
  chatLevelMs: 30_000,
  callLevelMs: 20_000,
};

/** Every value of every condition and filter, one at a time. */
const SINGLE = [
  ...CHANNELS.map((channel) => ({ channel })),
  ...[1, 2].map((siteId) => ({ siteId })),
  ...[1, 2, 3, 'none'].map((departmentId) => ({ departmentId })),
  ...[1, 2, 3, 4].map((agentId) => ({ agentId })),
  ...[1, 2, 3].map((tagId) => ({ tagId })),
  { origin: 'shop.example/cart' },
  ...OUTCOMES.map((outcome) => ({ outcome })),
  ...ENDED_BY.map((endedBy) => ({ endedBy })),
  ...Array.from({ length: 7 }, (_, weekday) => ({ weekday })),
  ...Array.from({ length: 24 }, (_, hour) => ({ hour })),
  ...(['missed', 'transfer', 'call', 'rating'] as const).map((has) => ({ has })),
  ...(['up', 'down', '1', '2', '3', '4', '5', 'none'] as const).map((rating) => ({ rating })),
  ...(['met', 'not-met', 'measured'] as const).map((level) => ({ level })),
  ...DURATIONS.map((measured) => ({ measured })),
  { raised: '1' as const },
  ...[1, 2, 3, 4].flatMap((agentId) => OWN_PARTS.map((own) => ({ agentId, own }))),
  ...[1, 2, 3, 4].flatMap((agentId) => [1, 2, 3, 4, 'none'].map((handedTo) => ({ agentId, handedTo }))),
] as unknown as readonly Partial<ReportSelection>[];

/** What the table of interactions and its export promise, on whatever database. */
export function describeReportTable(open: () => Promise<ReportWorld>): void {
  const { random, seed } = seededRandom();
  let world: ReportWorld;
  let lives: Lived[];

  beforeAll(async () => {
    world = await open();
    await world.empty();
    lives = generateLives(LIVES, random);
    for (const [table, rows] of Object.entries(rowsOf(lives))) await world.insert(table, rows);
  });

  const pageOf = (
    selection: ReportSelection,
    order: { sort?: ReportSort; order?: 'ascending' | 'descending'; offset?: number; seesIp?: boolean } = {},
  ): Promise<InteractionsPage> =>
    world.read((sql) =>
      interactionsPage(sql, {
        selection,
        sort: 'requestedAt',
        order: 'ascending',
        offset: 0,
        seesIp: false,
        ...order,
      }),
    );

  async function everyPage(selection: ReportSelection, order: Parameters<typeof pageOf>[1] = {}) {
    const rows: ReportInteraction[] = [];
    for (;;) {
      const page = await pageOf(selection, { ...order, offset: rows.length });
      rows.push(...page.rows);
      if (page.rows.length < REPORT_PAGE_SIZE) return { rows, total: page.total };
    }
  }

  const naive = (selection: ReportSelection): Lived[] =>
    lives.filter((lived) => belongsTo(lived, selection)).sort(byRequest);

  async function expectSame(selection: ReportSelection): Promise<void> {
    const { parameters, sql: from } = fromRowsOf(selection);
    const text = `SELECT r.interaction_id AS id ${from} ORDER BY r.requested_at, r.interaction_id`;
    const rows = await world.read((sql) => sql.rows<{ id: number }>(text, ...parameters));
    const what = `SEED=${seed} ${JSON.stringify({ ...selection, offsets: undefined })}`;
    const expected = naive(selection).map(({ id }) => id);
    expect(
      rows.map(({ id }) => id),
      what,
    ).toEqual(expected);
  }

  it('[D2] [D4] selects by each value of each condition what belongs to it by its definition', async () => {
    for (const one of SINGLE) await expectSame({ ...BASE, ...one });
  });

  it('[D2] [D4] selects by several conditions what belongs to all of them', async () => {
    const pick = () => SINGLE[Math.floor(random() * SINGLE.length)];
    for (let count = 0; count < COMBINATIONS; count += 1)
      await expectSame({ ...BASE, ...pick(), ...pick(), ...(count % 3 === 0 && pick()) });
  });

  it('[D2] sorts by every column both ways, page by page; what has no value comes last', async () => {
    for (const sort of SORTS)
      for (const order of ['ascending', 'descending'] as const) {
        const { rows } = await everyPage(BASE, { sort, order });
        const expected = naive(BASE).sort(by(sort, order));
        expect(
          rows.map(({ id }) => id),
          `SEED=${seed} ${sort} ${order}`,
        ).toEqual(expected.map(({ id }) => id));
      }
  });

  it('[D2] [Z164] has all that is known of an interaction, and of one whose conversation is gone what its figures say', async () => {
    const { rows, total } = await everyPage(BASE, { seesIp: true });
    expect(rows).toEqual(naive(BASE).map(toExpected));
    expect(total).toBe(rows.length);
    const page = await pageOf(BASE);
    expect(page.fields.map(({ id, label }) => [id, label['pt-BR']])).toEqual([
      [2, 'Plano'],
      [1, 'Contrato'],
    ]);
  });

  it('[Z162] has no IP address for who may not see it, in the table, the CSV and the JSON lines', async () => {
    const { rows } = await everyPage(BASE);
    expect(rows.some(({ isKept }) => isKept)).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(IP);
    for (const format of ['csv', 'jsonl'] as const) {
      expect((await exported({ format }, false)).text).not.toContain(IP);
      expect((await exported({ format }, true)).text).toContain(IP);
    }
  });

  async function exported(query: Partial<ReportExportQuery>, seesIp = true) {
    const source = createInteractionSource({
      cutNow: () =>
        Promise.resolve({
          timeZone: ZONE,
          now: UNTIL + 30 * 86_400_000,
          offsetAt: offsetIn(ZONE),
          select: ({ from: _, to: __, ...filter }) => ({ ...BASE, ...filter }),
          scopeOf: () => Promise.reject(new Error('an export says nothing beside it')),
        }),
      reader: {
        head: async (selection) => ok(await world.read((sql) => exportHead(sql, selection))),
        questions: async (order) => ok(await world.read((sql) => exportQuestions(sql, order))),
        page: async (order) => ok(await world.read((sql) => exportPage(sql, order))),
      },
    });
    const form = {
      from: '2018-11-01',
      to: '2018-11-08',
      separator: ',',
      locale: 'en',
      format: 'csv',
    } as const;
    const outcome = await source({ query: { ...form, table: 'interactions', ...query }, seesIp });
    if (!outcome.ok) throw new Error(outcome.code);
    let text = '';
    let rows = 0;
    for await (const piece of outcome.data.pieces()) {
      text += piece.text;
      rows += piece.rows;
    }
    expect(rows).toBe(outcome.data.rows);
    return { text, rows };
  }

  it('[D2] [Z160] gives everything as JSON lines, each interaction once, by their requests', async () => {
    const { text } = await exported({ format: 'jsonl' });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const expected = naive(BASE);
    expect(lines.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    lines.forEach((line, index) => {
      const lived = expected[index] as Lived;
      expect(line).toMatchObject({
        requestedAt: new Date(lived.requestedAt).toISOString(),
        durationsMs: lived.durations,
        tags: lived.tags.map(({ name }) => name),
        agents: lived.holdings.map(({ name, outcome }) => ({ name, outcome })),
        closingNote: lived.isKept ? lived.note : '',
        answers: lived.isKept ? lived.answers : [],
        fields: lived.isKept ? fieldsOf(lived) : [],
        rating: lived.rating === null ? null : { ...lived.rating, comment: lived.isKept ? lived.note : '' },
      });
    });
  });

  it.each([',', ';'] as const)(
    '[D2] [Z161] is read back by a parser of CSV with %s as it was, and no cell is a formula',
    async (separator) => {
      const { text } = await exported({ separator, locale: 'pt-BR' });
      expect(text.startsWith('\uFEFF')).toBe(true);
      const records = parse(text, { bom: true, columns: true, delimiter: separator }) as Record<
        string,
        string
      >[];
      const expected = naive(BASE);
      expect(records).toHaveLength(expected.length);
      const cells = records.flatMap((record) => [...Object.keys(record), ...Object.values(record)]);
      expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([]);
      records.forEach((record, index) => {
        const lived = expected[index] as Lived;
        const kept = <Value>(value: Value | undefined): Value | '' => (lived.isKept ? (value ?? '') : '');
        expect(record).toMatchObject({
          [`Pedido em (${ZONE})`]: localText(lived.requestedAt),
          'Espera (s)': seconds(lived.durations.waiting),
          'Primeira resposta (s)': seconds(lived.durations.firstResponse),
          Etiquetas: lived.tags.map(({ name }) => name).join('; '),
          'Quem atendeu': attendedBy(lived),
          'Observação do encerramento': kept(inert(lived.note)),
          Visitante: kept(inert(lived.note)),
          Telefone: kept(`'+5511999990000`),
          'Campo: Plano': kept(inert(lived.visitorFieldsAtEnd['2'])),
          'Campo: Contrato': kept(inert(lived.fieldValues['1'])),
          'Formulário: Empresa': kept(inert(answerTo(lived, 'Empresa'))),
          'Formulário: =Pedido': kept(answerTo(lived, '=Pedido')),
          Avaliação: lived.rating === null ? '' : String(lived.rating.score),
          'Comentário da avaliação': lived.rating === null ? '' : kept(inert(lived.note)),
          'Conversa guardada': lived.isKept ? 'Sim' : 'Não',
        });
      });
    },
  );

  it('[D2] [Z160] gives the titles alone where nothing fits', async () => {
    const { rows, text } = await exported({ origin: 'nowhere.example/' });
    expect(rows).toBe(0);
    expect(parse(text, { bom: true })).toHaveLength(1);
    expect((await exported({ origin: 'nowhere.example/', format: 'jsonl' })).text).toBe('');
  });
}

function ok<Data>(data: Data): Outcome<Data> {
  return { ok: true, data };
}

function byRequest(one: Lived, other: Lived): number {
  return one.requestedAt - other.requestedAt || one.id - other.id;
}

const SORTED: Readonly<Record<ReportSort, (lived: Lived) => string | number | null>> = {
  requestedAt: ({ requestedAt }) => requestedAt,
  channel: ({ channel }) => channel,
  siteName: ({ siteId }) => siteId,
  departmentName: ({ departmentId }) => departmentId ?? 0,
  agentName: ({ agentName }) => agentName,
  outcome: ({ outcome }) => outcome,
  waiting: ({ durations }) => durations.waiting,
  firstResponse: ({ durations }) => durations.firstResponse,
  duration: ({ durations }) => durations.duration,
  handling: ({ durations }) => durations.handling,
  wrapUp: ({ durations }) => durations.wrapUp,
  call: ({ durations }) => durations.call,
  missed: ({ missed }) => missed,
  transfers: ({ transfers }) => transfers,
  rating: ({ rating }) => rating?.score ?? null,
};

function by(sort: ReportSort, order: 'ascending' | 'descending') {
  const sign = order === 'ascending' ? 1 : -1;
  return (one: Lived, other: Lived): number => {
    const [left, right] = [SORTED[sort](one), SORTED[sort](other)];
    if (left !== right) {
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right ? -sign : sign;
    }
    return (one.id - other.id) * sign;
  };
}

function toExpected(lived: Lived) {
  const { isKept } = lived;
  return {
    id: lived.id,
    protocolNumber: isKept ? `2018-${lived.id}` : '',
    requestedAt: lived.requestedAt,
    endedAt: lived.requestedAt + 60_000,
    closedAt: lived.requestedAt + 61_000,
    channel: lived.channel,
    beganAs: lived.beganAs,
    siteName: `loja ${lived.siteId}`,
    departmentName: lived.departmentId === null ? '' : `setor ${lived.departmentId}`,
    agentName: lived.agentName,
    agents: lived.holdings.map(({ measured: _, ...shown }) => shown),
    outcome: lived.outcome,
    endedBy: lived.endedBy,
    durations: lived.durations,
    missed: lived.missed,
    transfers: lived.transfers,
    callCount: lived.callCount,
    tags: lived.tags.map(({ name }) => name),
    isKept,
    visitor: isKept
      ? {
          id: 10_000 + lived.id,
          name: lived.note,
          email: `v${lived.id}@test.example`,
          phone: '+5511999990000',
          document: '',
        }
      : null,
    captured: isKept ? capturedOf(lived) : null,
    fieldValues: isKept ? { ...lived.visitorFieldsAtEnd, ...lived.fieldValues } : {},
    answers: isKept ? lived.answers : [],
    closingTag: '',
    closingNote: isKept ? lived.note : '',
    rating:
      isKept && lived.rating !== null
        ? { ...lived.rating, comment: lived.note, ratedAt: lived.requestedAt + 70_000 }
        : null,
  };
}

function fieldsOf({ fieldValues, visitorFieldsAtEnd }: Lived) {
  const [contract, plan] = [fieldValues['1'], visitorFieldsAtEnd['2']];
  return [
    ...(plan === undefined ? [] : [{ id: 2, label: 'Plano', value: plan }]),
    ...(contract === undefined ? [] : [{ id: 1, label: 'Contrato', value: contract }]),
  ];
}

/** The text as a cell has it: an apostrophe before what a spreadsheet would run. */
function inert(text: string | undefined): string | undefined {
  return text !== undefined && /^[=+\-@\t\r\n＝]/.test(text) ? `'${text}` : text;
}

function seconds(ms: number | null): string {
  return ms === null ? '' : String(Math.round(ms / 1_000));
}

const zoned = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });
function localText(at: number): string {
  return zoned.format(at);
}

function attendedBy({ holdings }: Lived): string {
  const names = holdings.filter(({ openedAt }) => openedAt !== null).map(({ name }) => name);
  return [...new Set(names)].join('; ');
}

function answerTo({ answers }: Lived, label: string): string | undefined {
  return answers.find((answer) => answer.label === label)?.shown;
}
