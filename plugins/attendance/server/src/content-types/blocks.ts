import { contentType, id, line, text, time } from './content-type';

/** Content type of the blocks [A10]. */
export const blockContentTypes = {
  block: contentType(
    'block',
    {
      siteId: id,
      visitorId: id,
      address: { type: 'string' },
      reason: text,
      agentId: id,
      byName: line,
      blockedAt: time,
      until: time,
      endedAt: time,
      liftedBy: { type: 'string' },
    },
    [
      { name: 'attendance_blocks_visitor', columns: ['visitor_id'] },
      { name: 'attendance_blocks_ended', columns: ['ended_at'] },
    ],
  ),
};
