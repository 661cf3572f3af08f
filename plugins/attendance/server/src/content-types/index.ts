/**
 * What the plugin stores. Hot tables are written through knex (adapters/); the names of tables, columns and indexes are
 * therefore part of this file's contract. Times are UTC milliseconds. Strapi's own editors do not show these types.
 */
export interface Attribute {
  readonly type: 'integer' | 'biginteger' | 'string' | 'text' | 'json' | 'boolean';
  readonly default?: unknown;
  readonly required?: boolean;
}

export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly type?: 'unique';
}

const id: Attribute = { type: 'integer' };
const time: Attribute = { type: 'biginteger' };
const line: Attribute = { type: 'string', default: '' };
const text: Attribute = { type: 'text', default: '' };
const counter: Attribute = { type: 'integer', default: 0 };
const json: Attribute = { type: 'json' };

function contentType(
  singularName: string,
  attributes: Readonly<Record<string, Attribute>>,
  indexes: readonly Index[] = [],
) {
  return {
    schema: {
      kind: 'collectionType' as const,
      collectionName: `attendance_${singularName.replaceAll('-', '_')}s`,
      info: { singularName, pluralName: `${singularName}s`, displayName: `Attendance ${singularName}` },
      options: { draftAndPublish: false },
      pluginOptions: {
        'content-manager': { visible: false },
        'content-type-builder': { visible: false },
      },
      // Strapi writes into an attribute: none may be shared.
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [name, { ...attribute }]),
      ),
      indexes,
    },
  };
}

export const contentTypes = {
  site: contentType(
    'site',
    {
      key: line,
      name: line,
      version: counter,
      origins: json,
      channels: json,
      defaultLocale: line,
      appearance: json,
      form: json,
    },
    [{ name: 'attendance_sites_key', columns: ['key'], type: 'unique' }],
  ),
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
  interaction: contentType(
    'interaction',
    {
      protocolNumber: line,
      siteId: id,
      visitorId: id,
      departmentId: id,
      channel: line,
      beganAs: { type: 'string' },
      callState: { type: 'string' },
      callBy: { type: 'string' },
      callMedium: { type: 'string' },
      callSince: time,
      callUntil: time,
      callRoom: { type: 'string' },
      callProvider: { type: 'string' },
      callCount: counter,
      wholeAgent: { type: 'boolean', default: false },
      status: line,
      liveKey: { type: 'string' },
      revision: counter,
      waitingSince: time,
      assignedAt: time,
      agentId: id,
      openedAt: time,
      ringUntil: time,
      ringLeftMs: { type: 'integer' },
      missedBy: json,
      awaySince: time,
      awayUntil: time,
      visitorEndedAt: time,
      visitorEndReason: { type: 'string' },
      endedAt: time,
      closingTag: line,
      closingNote: text,
      lastWriter: { type: 'string' },
      lastSequence: counter,
      pendingSince: time,
      visitorDelivered: counter,
      visitorRead: counter,
      agentDelivered: counter,
      agentRead: counter,
      captured: json,
    },
    [
      { name: 'attendance_interactions_live', columns: ['live_key'], type: 'unique' },
      { name: 'attendance_interactions_status', columns: ['status', 'agent_id'] },
      { name: 'attendance_interactions_visitor', columns: ['visitor_id'] },
      { name: 'attendance_interactions_assigned', columns: ['assigned_at'] },
    ],
  ),
  /** Each time somebody was given an interaction, and what became of it: missed and reassigned ones are told by it [R10, R14]. */
  assignment: contentType(
    'assignment',
    { interactionId: id, agentId: id, assignedAt: time, openedAt: time, releasedAt: time, outcome: line },
    [
      { name: 'attendance_assignments_interaction', columns: ['interaction_id'] },
      { name: 'attendance_assignments_agent', columns: ['agent_id', 'assigned_at'] },
    ],
  ),
  message: contentType(
    'message',
    {
      interactionId: id,
      sequence: { type: 'integer' },
      side: line,
      clientMessageId: { type: 'string' },
      agentId: id,
      agentName: line,
      body: text,
      line: json,
      sentAt: time,
    },
    [
      { name: 'attendance_messages_order', columns: ['interaction_id', 'sequence'], type: 'unique' },
      {
        name: 'attendance_messages_once',
        columns: ['interaction_id', 'side', 'client_message_id'],
        type: 'unique',
      },
    ],
  ),
  slot: contentType('slot', { agentId: id, slot: { type: 'integer' }, interactionId: id }, [
    { name: 'attendance_slots_holder', columns: ['agent_id', 'slot'], type: 'unique' },
    { name: 'attendance_slots_interaction', columns: ['interaction_id'] },
  ]),
  /** Each call of an interaction: its room is open until it ends, and is never used again [M2]. */
  'call-attempt': contentType(
    'call-attempt',
    {
      interactionId: id,
      attempt: { type: 'integer' },
      medium: line,
      room: line,
      provider: line,
      startedAt: time,
      endedAt: time,
      endedBy: { type: 'string' },
    },
    [
      { name: 'attendance_call_attempts_room', columns: ['room'], type: 'unique' },
      {
        name: 'attendance_call_attempts_order',
        columns: ['interaction_id', 'attempt'],
        type: 'unique',
      },
    ],
  ),
  department: contentType('department', { key: line, name: line }, [
    { name: 'attendance_departments_key', columns: ['key'], type: 'unique' },
  ]),
  'offline-message': contentType('offline-message', {
    siteId: id,
    status: line,
    name: line,
    email: line,
    body: text,
    originUrl: text,
    leftAt: time,
    takenById: id,
    takenByName: line,
  }),
  setting: contentType('setting', {
    version: counter,
    defaultCapacity: { type: 'integer' },
    persistenceMs: { type: 'integer' },
    ringMs: { type: 'integer' },
    missedMax: { type: 'integer' },
    graceMs: { type: 'integer' },
    reserveAfterMs: { type: 'integer' },
    closingTags: json,
  }),
  'media-setting': contentType('media-setting', {
    version: counter,
    videoHeight: { type: 'integer' },
    iceUrls: json,
    turnSecret: { type: 'text' },
    turnLifetimeMs: { type: 'integer' },
    jitsiDomain: { type: 'string' },
    jitsiKind: line,
    jitsiAlgorithm: line,
    jitsiAppId: line,
    jitsiAudience: line,
    jitsiSubject: line,
    jitsiKeyId: line,
    jitsiSigningKey: { type: 'text' },
    jitsiReservationSecret: { type: 'text' },
  }),
  /** One row, touched by every sweep: how long the service was not there is read from it [P4]. */
  'sweep-clock': contentType('sweep-clock', { beatenAt: time }),
};
