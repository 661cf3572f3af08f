import type { Core } from '@strapi/strapi';

const AGENT_ACTIONS = ['plugin::attendance.attend', 'plugin::attendance.see-ip'];
const SUPERVISOR_ACTIONS = [
  ...AGENT_ACTIONS,
  'plugin::attendance.supervise',
  'plugin::attendance.reports',
  'plugin::attendance.export-reports',
];

const ACTIONS = [
  { uid: 'attend', displayName: 'Attend visitors' },
  { uid: 'supervise', displayName: 'Supervise attendance' },
  { uid: 'reports', displayName: 'See the reports of attendance' },
  { uid: 'export-reports', displayName: 'Export the reports of attendance' },
  { uid: 'settings', displayName: 'Change the settings of attendance' },
  { uid: 'see-ip', displayName: 'See the IP address of visitors' },
];

const ROLES = [
  { code: 'attendance-agent', name: 'Agent', actions: AGENT_ACTIONS },
  { code: 'attendance-supervisor', name: 'Supervisor', actions: SUPERVISOR_ACTIONS },
] as const;

/** Permissions with which the plugin's own roles are created. */
export const FIRST_GRANTS = ROLES.flatMap(({ actions, code }) =>
  actions.map((action) => ({ role: code, action })),
);

interface Role {
  readonly id: number;
}

interface RoleService {
  create(role: { name: string; code: string; description: string }): Promise<Role>;
  assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
}

/** Makes the plugin's actions known to Strapi's RBAC [F4]. */
export async function registerActions(strapi: Core.Strapi): Promise<void> {
  const permissions = strapi.service('admin::permission') as unknown as {
    actionProvider: { registerMany(actions: readonly object[]): Promise<void> };
  };
  await permissions.actionProvider.registerMany(
    ACTIONS.map((action) => ({ ...action, section: 'plugins', pluginName: 'attendance' })),
  );
}

/** Creates the roles Agent and Supervisor if absent, and leaves existing ones as the admin made them [F4]. */
export async function ensureRoles(
  strapi: Core.Strapi,
): Promise<{ agentRoleId: number; supervisorRoleId: number }> {
  const [agent, supervisor] = ROLES;
  return {
    agentRoleId: await ensureRole(strapi, agent),
    supervisorRoleId: await ensureRole(strapi, supervisor),
  };
}

async function ensureRole(
  strapi: Core.Strapi,
  { actions, code, name }: (typeof ROLES)[number],
): Promise<number> {
  const existing = (await strapi.db.query('admin::role').findOne({ where: { code } })) as Role | null;
  if (existing !== null) return existing.id;
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const role = await roles.create({ name, code, description: `${name} of the attendance plugin` });
  await roles.assignPermissions(
    role.id,
    actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] })),
  );
  return role.id;
}
