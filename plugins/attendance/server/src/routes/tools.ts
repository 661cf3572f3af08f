import type { AuditAction } from '../../../protocol/settings/audit';

const LISTS = [
  { path: '/canned-responses', handler: 'cannedResponses', noun: 'canned' },
  { path: '/tags', handler: 'tags', noun: 'tag' },
  { path: '/fields', handler: 'fields', noun: 'field' },
] as const;

/** Routes of agents' tools, which admins keep. */
export function toolRoutes<Guard>(settings: Guard, audited: (action: AuditAction) => Guard) {
  const lists = LISTS.flatMap(({ handler, noun, path }) => [
    { method: 'GET', path, handler: `${handler}.list`, config: settings },
    { method: 'POST', path, handler: `${handler}.create`, config: audited(`${noun}.create`) },
    { method: 'PUT', path: `${path}/:id`, handler: `${handler}.update`, config: audited(`${noun}.update`) },
    {
      method: 'DELETE',
      path: `${path}/:id`,
      handler: `${handler}.remove`,
      config: audited(`${noun}.delete`),
    },
  ]);
  const order = {
    method: 'PUT',
    path: '/field-order',
    handler: 'fields.order',
    config: audited('field.update'),
  };
  return [...lists, order];
}
