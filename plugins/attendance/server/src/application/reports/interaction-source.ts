import type { ReportExportQuery } from '../../../../protocol/reports/report-filter';
import type { ReportInteractions } from '../../../../protocol/reports/reports';
import { offsetsFrom } from '../../domain/reports/calendar';
import type { Outcome } from '../outcome';
import type { ExportOrder, ExportPiece, ExportSource } from './report-export';
import type { ReportSelection } from './report-scope';
import type { CutNow } from './report-table';

/** The rows of an export: those that were there when it began. */
export interface ExportedRows {
  readonly selection: ReportSelection;
  /** Last report row that was written before the export began. */
  readonly lastId: number;
}

/** Where a page begins: after this report row, by request and then by id; null at the beginning. */
export type ExportCursor = { readonly requestedAt: number; readonly id: number } | null;

export interface ExportHead {
  readonly rows: number;
  readonly lastId: number;
  readonly fields: ReportInteractions['fields'];
}

export interface QuestionsOrder extends ExportedRows {
  readonly after: ExportCursor;
}

export interface QuestionsPage {
  /** Questions of forms that were answered, as visitors read them, in the order of their first answer. */
  readonly questions: string[];
  readonly next: ExportCursor;
}

export interface ExportPageOrder
  extends ExportedRows, Pick<ReportExportQuery, 'format' | 'locale' | 'separator'> {
  readonly after: ExportCursor;
  readonly timeZone: string;
  /** Offsets of the zone from the period's beginning until now: what was asked for within the period may have ended long after it. */
  readonly offsets: ReportSelection['offsets'];
  readonly seesIp: boolean;
  readonly fields: ReportInteractions['fields'];
  readonly questions: readonly string[];
}

export interface ExportPage extends ExportPiece {
  /** Null after the last page. */
  readonly next: ExportCursor;
}

/** Reads an export beside the chat, a page at a time: between two of them others have their turn. */
export interface ExportReader {
  head(selection: ReportSelection): Promise<Outcome<ExportHead>>;
  questions(order: QuestionsOrder): Promise<Outcome<QuestionsPage>>;
  page(order: ExportPageOrder): Promise<Outcome<ExportPage>>;
}

export interface InteractionSourcePorts {
  readonly reader: ExportReader;
  readonly cutNow: CutNow;
}

/** Returns the export of all interactions of a filter. A CSV's columns are known before its first row: their questions are looked up first. */
export function createInteractionSource({ cutNow, reader }: InteractionSourcePorts) {
  return async ({ query, seesIp }: ExportOrder): Promise<Outcome<ExportSource>> => {
    const { format, locale, separator, table: _, ...filter } = query;
    const { now, offsetAt, select, timeZone } = await cutNow();
    const selection = select(filter);
    const head = await reader.head(selection);
    if (!head.ok) return head;
    const { fields, lastId, rows } = head.data;
    const exported = { selection, lastId };
    const questions = format === 'csv' ? await questionsOf(reader, exported) : none;
    if (!questions.ok) return questions;
    const offsets = offsetsFrom(selection.since, now, offsetAt);
    const order = { ...exported, format, locale, separator, timeZone, offsets, seesIp, fields };
    return {
      ok: true,
      data: { rows, pieces: () => pagesOf(reader, { ...order, questions: questions.data }) },
    };
  };
}

const none: Outcome<readonly string[]> = { ok: true, data: [] };

async function questionsOf(
  reader: ExportReader,
  exported: ExportedRows,
): Promise<Outcome<readonly string[]>> {
  const questions = new Set<string>();
  let after: ExportCursor = null;
  do {
    const page: Outcome<QuestionsPage> = await reader.questions({ ...exported, after });
    if (!page.ok) return page;
    for (const question of page.data.questions) questions.add(question);
    after = page.data.next;
  } while (after !== null);
  return { ok: true, data: [...questions] };
}

async function* pagesOf(
  reader: ExportReader,
  order: Omit<ExportPageOrder, 'after'>,
): AsyncGenerator<ExportPiece> {
  let after: ExportCursor = null;
  do {
    const page: Outcome<ExportPage> = await reader.page({ ...order, after });
    // The answer has begun: all that is left is to break it off, for half a file is not to look like a whole one.
    if (!page.ok) throw new Error(`attendance: an export could not be read on: ${page.code}`);
    yield page.data;
    after = page.data.next;
  } while (after !== null);
}
