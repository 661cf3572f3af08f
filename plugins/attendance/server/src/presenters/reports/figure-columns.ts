import { DURATIONS, ENDED_BY } from '../../../../protocol/reports/report-choices';
import type { ReportExport } from '../../../../protocol/reports/report-filter';
import type {
  AgentRow,
  Figures,
  GroupRow,
  RatingFigures,
  ReportDay,
  Spread,
} from '../../../../protocol/reports/reports';
import { CHANNELS, type Locale } from '../../../../protocol/shared/choices';
import { secondsOf } from './seconds';
import type { ExportTexts, FigureColumn } from './texts/export-texts';
import { EXPORT_TEXTS } from './texts/texts';
import type { Cell, Column } from './write-csv';

/** Rows of each table of figures that is exported. */
export interface FigureRows {
  readonly days: ReportDay;
  readonly agents: AgentRow;
  readonly departments: GroupRow;
  readonly sites: GroupRow;
}

/** A table of figures: every export but that of the interactions. */
export type FigureTable = Exclude<ReportExport, 'interactions'>;

type Columns = { readonly [Table in FigureTable]: (texts: ExportTexts) => Column<FigureRows[Table]>[] };

const COLUMNS: Columns = {
  days: dayColumns,
  agents: agentColumns,
  departments: (texts) => groupColumns(texts, 'department'),
  sites: (texts) => groupColumns(texts, 'site'),
};

/** Columns of a table of figures, in this language; durations are in seconds. */
export function figureColumns<Table extends FigureTable>(
  table: Table,
  locale: Locale,
): Column<FigureRows[Table]>[] {
  return COLUMNS[table](EXPORT_TEXTS[locale]);
}

function dayColumns(texts: ExportTexts): Column<ReportDay>[] {
  const column = columnsOf<ReportDay>(texts);
  const seconds = (title: string, value: (day: ReportDay) => number | null): Column<ReportDay> => ({
    title: `${title} (s)`,
    value: (day) => secondsOf(value(day)),
  });
  const { duration, spread } = texts;
  return [
    column('date', ({ date }) => date),
    ...channelColumns(texts, (day: ReportDay) => day.byChannel),
    column('abandoned', ({ abandoned }) => abandoned),
    column('missed', ({ missed }) => missed),
    seconds(`${duration.waiting}: ${spread.median}`, ({ waitingMedianMs }) => waitingMedianMs),
    seconds(`${duration.waiting}: ${spread.p90}`, ({ waitingP90Ms }) => waitingP90Ms),
    seconds(
      `${duration.firstResponse}: ${spread.median}`,
      ({ firstResponseMedianMs }) => firstResponseMedianMs,
    ),
    seconds(`${duration.firstResponse}: ${spread.p90}`, ({ firstResponseP90Ms }) => firstResponseP90Ms),
    column('levelMet', ({ level }) => level.met),
    column('levelMeasured', ({ level }) => level.measured),
  ];
}

function agentColumns(texts: ExportTexts): Column<AgentRow>[] {
  const column = columnsOf<AgentRow>(texts);
  const spreads = ['ring', 'firstResponse', 'response', 'duration', 'handling', 'wrapUp'] as const;
  return [
    column('agent', ({ name }) => name),
    column('attended', ({ attended }) => attended),
    column('missed', ({ missed }) => missed),
    column('transferred', ({ transferred }) => transferred),
    ...spreads.flatMap((name) => spreadColumns(texts, texts.duration[name], (row: AgentRow) => row[name])),
    column('levelMet', ({ level }) => level.met),
    column('levelMeasured', ({ level }) => level.measured),
    ...ratingColumns(texts, (row: AgentRow) => row.rating),
    column('chatsAtOnce', ({ chatsAtOnce }) => twoDecimals(chatsAtOnce)),
    column('online', ({ onlineMs }) => secondsOf(onlineMs)),
    column('onlineOutsideHours', ({ onlineOutsideHoursMs }) => secondsOf(onlineOutsideHoursMs)),
    column('occupied', ({ occupiedMs }) => secondsOf(occupiedMs)),
  ];
}

function groupColumns(texts: ExportTexts, noun: 'department' | 'site'): Column<GroupRow>[] {
  const column = columnsOf<GroupRow>(texts);
  const of =
    <Value>(value: (figures: Figures) => Value) =>
    ({ figures }: GroupRow): Value =>
      value(figures);
  const plain = (
    ['volume', 'raised', 'answered', 'unanswered', 'abandoned', 'gone', 'missed', 'transferred'] as const
  ).map((name) =>
    column(
      name,
      of((figures) => figures[name]),
    ),
  );
  return [
    column(noun, ({ id, name }) => (id === null && name === '' ? texts.withoutName : name)),
    ...channelColumns(
      texts,
      of((figures) => figures.byChannel),
    ),
    ...plain,
    ...ENDED_BY.map((who) => ({
      title: texts.endsBy(texts.endedBy[who]),
      value: of((figures) => figures.endedBy[who]),
    })),
    ...spreadColumns(
      texts,
      texts.waitingOfAbandoned,
      of((figures) => figures.waitingOfAbandoned),
    ),
    ...DURATIONS.flatMap((name) =>
      spreadColumns(
        texts,
        texts.duration[name],
        of((figures) => figures.spreads[name]),
      ),
    ),
    column(
      'levelMet',
      of((figures) => figures.level.met),
    ),
    column(
      'levelMeasured',
      of((figures) => figures.level.measured),
    ),
    ...ratingColumns(
      texts,
      of((figures) => figures.rating),
    ),
  ];
}

function columnsOf<Row>(texts: ExportTexts) {
  return (name: FigureColumn, value: (row: Row) => Cell): Column<Row> => ({
    title: texts.figure[name],
    value,
  });
}

function channelColumns<Row>(texts: ExportTexts, of: (row: Row) => Figures['byChannel']): Column<Row>[] {
  return CHANNELS.map((channel) => ({
    title: texts.volumeBy(texts.channel[channel]),
    value: (row) => of(row)[channel],
  }));
}

function spreadColumns<Row>(texts: ExportTexts, title: string, of: (row: Row) => Spread): Column<Row>[] {
  return [
    { title: `${title}: ${texts.spread.count}`, value: (row) => of(row).count },
    { title: `${title}: ${texts.spread.absent}`, value: (row) => of(row).absent },
    { title: `${title}: ${texts.spread.median} (s)`, value: (row) => secondsOf(of(row).medianMs) },
    { title: `${title}: ${texts.spread.p90} (s)`, value: (row) => secondsOf(of(row).p90Ms) },
    { title: `${title}: ${texts.spread.mean} (s)`, value: (row) => secondsOf(of(row).meanMs) },
  ];
}

function ratingColumns<Row>(texts: ExportTexts, of: (row: Row) => RatingFigures): Column<Row>[] {
  const column = columnsOf<Row>(texts);
  return [
    column('ratingAsked', (row) => of(row).asked),
    column('rated', (row) => of(row).rated),
    column('meanStars', (row) => twoDecimals(of(row).meanStars)),
    ...[1, 2, 3, 4, 5].map((score) => ({
      title: texts.stars(score),
      value: (row: Row) => of(row).stars[score - 1] ?? null,
    })),
    column('thumbsUp', (row) => of(row).thumbsUp),
    column('thumbsDown', (row) => of(row).thumbsDown),
  ];
}

function twoDecimals(mean: number | null): number | null {
  return mean === null ? null : Math.round(mean * 100) / 100;
}
