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
      lastAssignedAt: time,
    },
    [{ name: 'attendance_agents_user', columns: ['user_id'], type: 'unique' }],
  ),
  visitor: contentType(
    'visitor',
    {
      siteId: id,
      tokenHash: line,
      name: line,
      email: line,
      phone: line,
      document: line,
      lastAgentId: id,
      seenAt: time,
    },
    [{ name: 'attendance_visitors_token', columns: ['token_hash'], type: 'unique' }],
  ),
  interaction: contentType(
    'interaction',
    {
      protocolNumber: line,
      siteId: id,
      visitorId: id,
      departmentId: id,
      channel: line,
      status: line,
      liveKey: { type: 'string' },
      revision: counter,
      waitingSince: time,
      assignedAt: time,
      agentId: id,
      openedAt: time,
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
    closingTags: json,
  }),
};
