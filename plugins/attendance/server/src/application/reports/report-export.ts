import type { RatingScale } from '../../../../protocol/interactions/ratings';
import type { AuditChange } from '../../../../protocol/settings/audit';
import type { ReportExport, ReportExportQuery } from '../../../../protocol/reports/report-filter';
import type { ReportInteraction } from '../../../../protocol/reports/reports';
import type { AuditActor, AuditLog } from '../audit/audit';
import type { Outcome } from '../outcome';

export interface ExportOrder {
  readonly query: ReportExportQuery;
  /** Whether who asks may see IP addresses [X1]. */
  readonly seesIp: boolean;
}

/** One interaction as an export gives it: all that the table shows, and what only its report row has. */
export interface ExportedInteraction extends ReportInteraction {
  readonly origin: string;
  readonly responseCount: number;
  readonly isRatingAsked: boolean;
  /** Stays when the conversation, and the comment with it, is gone. */
  readonly ratingScale: RatingScale | null;
  readonly ratingScore: number | null;
}

/** A part of the file, with the number of rows in it. */
export interface ExportPiece {
  readonly text: string;
  readonly rows: number;
}

/** What one table gives: how many rows there will be, and the file in pieces, each of which is read when the one before was taken. */
export interface ExportSource {
  readonly rows: number;
  pieces(): AsyncGenerator<ExportPiece>;
}

export type ExportSources = Readonly<
  Record<ReportExport, (order: ExportOrder) => Promise<Outcome<ExportSource>>>
>;

export interface ExportPorts {
  readonly sources: ExportSources;
  readonly audit: Pick<AuditLog, 'record'>;
  /** Called for an export that could not be read to its end, and for one that was given and could not be noted. */
  readonly onFault: (what: 'broken off' | 'not noted', fault: unknown) => void;
  /** Called when the last export that ran is over: what was kept ready for them is not needed. */
  readonly onIdle?: () => void;
}

/** An export that has begun. */
export interface RunningExport {
  readonly rows: number;
  /** The file, a piece at a time; nothing is read ahead. It throws where the reading failed: what was given then is not the whole. */
  chunks(): AsyncGenerator<string>;
  /** Ends it, whether all was taken or not, makes room for the next, and notes it. May be called twice. */
  finish(): Promise<void>;
}

export type ReportExports = (order: ExportOrder, by: AuditActor) => Promise<Outcome<RunningExport>>;

/** Exports that run at once. Each takes a share of the processor from the chat. */
export const EXPORTS_AT_ONCE = 3;

const TOO_MANY = `${EXPORTS_AT_ONCE} exports run already: ask again when one of them is over`;

/** Exports of reports [D2]: a few at once, each noted with what was taken, cancelled ones too [Z160]. */
export function createReportExports({ audit, onFault, onIdle, sources }: ExportPorts): ReportExports {
  let running = 0;
  const leave = (): void => {
    running -= 1;
    if (running === 0) onIdle?.();
  };

  const begin = (source: ExportSource, { query }: ExportOrder, by: AuditActor): RunningExport => {
    let given = 0;
    let isComplete = false;
    let isOver = false;
    return {
      rows: source.rows,
      async *chunks() {
        try {
          for await (const { rows, text } of source.pieces()) {
            given += rows;
            yield text;
          }
          isComplete = true;
        } catch (fault) {
          // What still was to be read for somebody who has gone is given up.
          if (!isOver) onFault('broken off', fault);
          throw fault;
        }
      },
      finish: async () => {
        if (isOver) return;
        isOver = true;
        leave();
        const changes = changesOf(query, { rows: given, isComplete });
        const record = { by, action: 'report.export', subject: query.table, changes } as const;
        await audit.record(record).catch((fault: unknown) => onFault('not noted', fault));
      },
    };
  };

  return async (order, by) => {
    if (running >= EXPORTS_AT_ONCE) return { ok: false, code: 'rate_limited', reason: TOO_MANY };
    running += 1;
    let hasBegun = false;
    try {
      const source = await sources[order.query.table](order);
      if (!source.ok) return source;
      hasBegun = true;
      return { ok: true, data: begin(source.data, order, by) };
    } finally {
      if (!hasBegun) leave();
    }
  };
}

/** The filter, the form of the file and what was given of it, as the record of changes has them. */
function changesOf(
  { table: _, locale: __, separator: ___, ...filter }: ReportExportQuery,
  taken: { readonly rows: number; readonly isComplete: boolean },
): AuditChange[] {
  return Object.entries({ ...filter, ...taken }).flatMap(([field, after]) =>
    after === undefined ? [] : [{ field, before: null, after }],
  );
}
