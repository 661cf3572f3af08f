import { contentType, counter, id, json, line, time } from './content-type';

/** Agents and visitors, and the departments they meet in. */
export const people = {
  agent: contentType(
    'agent',
    {
      userId: id,
      publicName: line,
      version: counter,
      capacity: { type: 'integer' },
      channels: json,
      departmentIds: json,
      presence: line,
      offlineReason: { type: 'string' },
      lastAssignedAt: time,
      lostAt: time,
      missedInARow: counter,
      reservedFor: id,
    },
    [{ name: 'attendance_agents_user', columns: ['user_id'], type: 'unique' }],
  ),
  visitor: contentType(
    'visitor',
    {
      siteId: id,
      startKeyHash: { type: 'string' },
      startKeyAt: time,
      name: line,
      email: line,
      phone: line,
      document: line,
      lastAgentId: id,
      seenAt: time,
      fieldValues: json,
    },
    [{ name: 'attendance_visitors_start', columns: ['site_id', 'start_key_hash'], type: 'unique' }],
  ),
  'visitor-token': contentType(
    'visitor-token',
    { visitorId: id, hash: line, issuedAt: time, presentedAt: time, retiredAt: time },
    [
      { name: 'attendance_visitor_tokens_hash', columns: ['hash'], type: 'unique' },
      { name: 'attendance_visitor_tokens_visitor', columns: ['visitor_id'] },
    ],
  ),
  department: contentType('department', { key: line, name: line, version: counter }, [
    { name: 'attendance_departments_key', columns: ['key'], type: 'unique' },
  ]),
};
