import { contentType, counter, id, json, line, originId, time } from './content-type';

/** Agents and visitors, and the departments they meet in. */
export const people = {
  agent: contentType(
    'agent',
    {
      originId,
      userId: id,
      /** Login's e-mail address, in lower case: finds the agent's login in another Strapi. */
      userEmail: { type: 'string' },
      publicName: line,
      photo: json,
      version: counter,
      capacity: { type: 'integer' },
      channels: json,
      departmentIds: json,
      presence: line,
      offlineReason: { type: 'string' },
      /** Words of the supervisor who set them Offline. */
      offlineNote: { type: 'string' },
      lastAssignedAt: time,
      lostAt: time,
      missedInARow: counter,
      reservedFor: id,
      neverHere: { type: 'boolean' },
    },
    [{ name: 'attendance_agents_user', columns: ['user_id'], type: 'unique' }],
  ),
  visitor: contentType(
    'visitor',
    {
      originId,
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
      /** Visitor into whom this one was merged; nothing else is left of them here. */
      mergedInto: id,
      termsVersion: id,
    },
    [
      { name: 'attendance_visitors_start', columns: ['site_id', 'start_key_hash'], type: 'unique' },
      { name: 'attendance_visitors_merged', columns: ['merged_into'] },
      { name: 'attendance_visitors_origin', columns: ['origin_id'] },
    ],
  ),
  /** Term under which a visitor is found [A4]; rewritten with each change of their data. */
  'visitor-term': contentType('visitor-term', { visitorId: id, kind: line, term: line }, [
    { name: 'attendance_visitor_terms_term', columns: ['term', 'visitor_id'] },
    { name: 'attendance_visitor_terms_visitor', columns: ['visitor_id'] },
  ]),
  /** A family is what one browser was given, one after the other; older rows have none, and are one of their visitor. */
  'visitor-token': contentType(
    'visitor-token',
    {
      visitorId: id,
      siteId: id,
      family: { type: 'string' },
      hash: line,
      issuedAt: time,
      presentedAt: time,
      retiredAt: time,
    },
    [
      { name: 'attendance_visitor_tokens_hash', columns: ['hash'], type: 'unique' },
      { name: 'attendance_visitor_tokens_visitor', columns: ['visitor_id'] },
    ],
  ),
  department: contentType('department', { originId, key: line, name: line, version: counter }, [
    { name: 'attendance_departments_key', columns: ['key'], type: 'unique' },
  ]),
};
