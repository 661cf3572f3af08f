import type { ReportRows } from '../../../../plugins/attendance/server/src/application/reports/rows';
import type { MemoryDatabase } from '../memory-database';

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns report rows in memory. */
export function reportRows(database: MemoryDatabase): ReportRows {
  const { agents, assignments, callAttempts, interactions, ratedSites, reports, tagNames, tags } = database;
  return {
    *assignments(id) {
      return assignments
        .filter(({ interactionId }) => interactionId === id)
        .map((one) => ({
          ...one,
          agentName: agents.get(one.agentId)?.publicName ?? '',
          outcome: one.outcome as 'held',
        }));
    },
    *lines(id) {
      return (interactions.get(id)?.messages ?? []).flatMap((message) => {
        if (message.side === 'system') return [];
        const agentId = message.side === 'agent' ? message.agentId : null;
        return [{ side: message.side, agentId, sentAt: message.sentAt }];
      });
    },
    *attempts(id) {
      return callAttempts.filter(({ interactionId }) => interactionId === id);
    },
    *tags(id) {
      return tags
        .filter(({ interactionId }) => interactionId === id)
        .map(({ tagId }) => ({ id: tagId, name: tagNames.get(tagId) ?? '' }))
        .sort((one, other) => one.id - other.id);
    },
    *asksRating(siteId) {
      return ratedSites.has(siteId);
    },
    *write(record, version) {
      reports.set(record.row.interactionId, { record, version });
    },
    *setRating(id, { scale, score }) {
      const stored = reports.get(id);
      if (stored === undefined) return;
      const row = { ...stored.record.row, isRatingAsked: true, ratingScale: scale, ratingScore: score };
      stored.record = { ...stored.record, row };
    },
  };
}
