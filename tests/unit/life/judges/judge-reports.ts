import { isDeepStrictEqual } from 'node:util';

import { mergeVisitors } from '../../../../plugins/attendance/server/src/application/known-visitors/merge-visitors';
import type { ReportRecord } from '../../../../plugins/attendance/server/src/domain/reports/report-record';
import type { MemoryDatabase } from '../../../support/fakes/memory-database';
import { createMemoryPastReports } from '../../../support/fakes/memory-past-reports';
import { memoryTransactions } from '../../../support/fakes/rows/memory-tx';
import { demand, type Ledger } from '../ledger';
import { figuresOf, retell } from '../retell';

/** [D1] What is over has its report row, as somebody who watched would count it; what goes on has none. */
export function judgeReports(ledger: Ledger, { agents, departments, reports }: MemoryDatabase): void {
  for (const [id, history] of ledger.histories) {
    const tale = retell(history);
    const expected = figuresOf(tale);
    const record = reports.get(id)?.record;
    demand(
      (record === undefined) === (expected === null),
      '[D1] a row of what goes on, or none of what is over',
      { id },
    );
    if (record === undefined || expected === null || tale.over === null) continue;
    const { interaction } = tale.over;
    const { assignments, row } = record;
    const nameOf = (agentId: typeof row.agentId) =>
      agentId === null ? '' : (agents.get(agentId)?.publicName ?? '');
    const { departmentId } = interaction;
    same(id, row, {
      ...expected.row,
      interactionId: id,
      channel: interaction.channel,
      beganAs: interaction.beganAs,
      siteId: interaction.siteId,
      siteName: 'Loja',
      departmentId,
      departmentName: departmentId === null ? '' : (departments.get(departmentId)?.name ?? ''),
      agentName: nameOf(row.agentId),
      origin: 'shop.example/',
      ...{ isRatingAsked: false, ratingScale: null, ratingScore: null },
    });
    const shared = { interactionId: id, channel: interaction.channel };
    same(
      id,
      assignments,
      expected.assignments.map((one) => ({ ...one, ...shared, agentName: nameOf(one.agentId) })),
    );
  }
}

function same(id: number, told: unknown, expected: unknown): void {
  demand(isDeepStrictEqual(told, expected), '[D1] measured otherwise than it was', { id, told, expected });
}

/** [D1] [Z144] Making one of two visitors changes no figure, and what is measured later is what was measured at the end. */
export async function judgeUnions(ledger: Ledger, database: MemoryDatabase): Promise<void> {
  const before = recordsOf(database);
  const [kept, ...others] = ledger.guests.keys();
  const { transact } = memoryTransactions(database);
  for (const gone of others) {
    if (kept === undefined) return;
    const request = {
      keptId: kept,
      goneId: gone,
      choices: { name: kept, fieldValues: {} },
      by: { userId: 1, userName: 'Ana' },
    };
    // Refused where both have something live.
    await transact((tx) => mergeVisitors(tx, request, ledger.clock.now()));
  }
  demand(isDeepStrictEqual(recordsOf(database), before), '[D1] a union changed a figure', {});
  database.reports.clear();
  const past = createMemoryPastReports(database);
  for (let ids = await past.missing(new Set()); ids.length > 0; ids = await past.missing(new Set()))
    await past.measure(ids);
  demand(isDeepStrictEqual(recordsOf(database), before), '[Z144] measured otherwise later', {});
}

function recordsOf({ reports }: MemoryDatabase): ReportRecord[] {
  return [...reports.values()]
    .map(({ record }) => record)
    .sort((one, other) => one.row.interactionId - other.row.interactionId);
}

/** [Z145] One time Online goes on of whoever is Online, none of the others, and no two of an agent overlap. */
export function judgePresence({ workers }: Ledger, { presencePeriods }: MemoryDatabase): void {
  for (const { id, isOnline } of workers.values()) {
    const theirs = presencePeriods.filter(({ agentId }) => agentId === id);
    const open = theirs.filter(({ endedAt }) => endedAt === null);
    demand(open.length === (isOnline ? 1 : 0), '[Z145] a time Online too many or too few', {
      id,
      isOnline,
      theirs,
    });
    let free = 0;
    for (const { endedAt, startedAt } of theirs) {
      demand(startedAt >= free && (endedAt ?? startedAt) >= startedAt, '[Z145] two times overlap', {
        id,
        theirs,
      });
      free = endedAt ?? Number.POSITIVE_INFINITY;
    }
  }
}
