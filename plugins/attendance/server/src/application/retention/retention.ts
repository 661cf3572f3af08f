import {
  RETENTION_CLASSES,
  type RetentionClass,
  type RetentionCounts,
  type RetentionDays,
  type RetentionSettings,
  type RetentionUpdate,
} from '../../../../protocol/settings/retention';
import type { AuditLog } from '../audit/audit';
import type { Clock } from '../clock';
import type { Outcome } from '../outcome';

/** Step that deletes one class of expired data. What has not ended, is not answered or still belongs to something is never expired, however old. */
export interface RetentionStep {
  readonly name: RetentionClass;
  /** Counts records older than `before`. */
  count(before: number): Promise<number>;
  /** Deletes some of them, in one short transaction, and resolves to how many: 0 when there are no more. */
  purgeSome(before: number): Promise<number>;
}

export interface RetentionStore {
  get(): Promise<RetentionSettings>;
  /** Updates the retention times. Refused with `conflict` when somebody else changed them since `version` was read. */
  update(update: RetentionUpdate): Promise<Outcome<RetentionSettings>>;
  noteRun(at: number, counts: RetentionCounts): Promise<void>;
  /** Makes the row: everything is kept for ever. */
  ensure(): Promise<void>;
}

export interface Retention {
  get(): Promise<RetentionSettings>;
  update(update: RetentionUpdate): Promise<Outcome<RetentionSettings>>;
  /** Counts what a purge with these days would delete now. */
  preview(days: RetentionDays): Promise<RetentionCounts>;
  /** Purges when the last run is an hour ago or more; asked often, so that restarts do not put it off. */
  purgeWhenDue(): Promise<void>;
}

export interface RetentionPorts {
  readonly store: RetentionStore;
  /** Steps in the order in which they run: what one leaves, the next may find. */
  readonly steps: readonly RetentionStep[];
  readonly clock: Clock;
  readonly audit: Pick<AuditLog, 'record'>;
}

const RUN_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;

export function createRetention({ audit, clock, steps, store }: RetentionPorts): Retention {
  return {
    get: store.get,
    update: store.update,
    preview: (days) => countEach(steps, (step) => withCutoff(days, step, clock.now(), step.count)),
    purgeWhenDue: async () => {
      const now = clock.now();
      const { days, lastRun } = await store.get();
      if (lastRun !== null && now - lastRun.at < RUN_EVERY_MS) return;
      const counts = await countEach(steps, (step) =>
        withCutoff(days, step, now, (before) => purgeAll(step, before)),
      );
      await store.noteRun(now, counts);
      const changes = RETENTION_CLASSES.filter((name) => counts[name] > 0).map((name) => ({
        field: name,
        before: counts[name],
        after: null,
      }));
      if (changes.length > 0)
        await audit.record({ by: null, action: 'retention.purge', subject: '', changes });
    },
  };
}

async function countEach(
  steps: readonly RetentionStep[],
  count: (step: RetentionStep) => Promise<number>,
): Promise<RetentionCounts> {
  const counts = { interactions: 0, offlineMessages: 0, visitors: 0, addresses: 0, audit: 0 };
  for (const step of steps) counts[step.name] += await count(step);
  return counts;
}

/** 0 days keeps for ever. */
function withCutoff(
  days: RetentionDays,
  { name }: RetentionStep,
  now: number,
  work: (before: number) => Promise<number>,
): Promise<number> {
  return days[name] === 0 ? Promise.resolve(0) : work(now - days[name] * DAY_MS);
}

async function purgeAll(step: RetentionStep, before: number): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await step.purgeSome(before);
    if (count === 0) return total;
    total += count;
  }
}
