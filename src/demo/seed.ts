import type { Core } from '@strapi/strapi';

import { seedSamples } from './samples';

interface AttendanceService {
  ensureRoles(): Promise<{ agentRoleId: number; supervisorRoleId: number }>;
  ensureSite(site: { key: string; name: string; origins: string[]; form: object }): Promise<void>;
}

interface AdminUsers {
  create(user: object): Promise<unknown>;
  exists(criteria: object): Promise<boolean>;
}

const PASSWORD = 'Atende-demo-1';
const NOTHING = { 'pt-BR': '', en: '', es: '' };
const field = (id: string, type: string, isRequired: boolean, label: object) => ({
  id,
  type,
  target: id,
  label,
  hint: NOTHING,
  options: [],
  isRequired,
  channels: ['chat', 'voice', 'video'],
  condition: null,
});
const FORM = {
  isOn: true,
  fields: [
    field('name', 'text', true, { 'pt-BR': 'Nome', en: 'Name', es: 'Nombre' }),
    field('email', 'email', true, { 'pt-BR': 'E-mail', en: 'E-mail', es: 'Correo electrónico' }),
    field('phone', 'phone', false, { 'pt-BR': 'Telefone', en: 'Phone', es: 'Teléfono' }),
  ],
  consent: { isOn: false, needsCheck: false, text: NOTHING, version: 0 },
};

/** Seeds the demo: logins on the first start only; the shop's origins follow DEMO_PORT at every start. */
export async function seedDemo(strapi: Core.Strapi): Promise<void> {
  const attendance = strapi.plugin('attendance').service('attendance') as unknown as AttendanceService;
  const port = process.env.DEMO_PORT ?? '1338';
  await attendance.ensureSite({
    key: 'loja-demo',
    name: 'Loja Exemplo',
    origins: [`http://localhost:${port}`, `http://127.0.0.1:${port}`],
    form: FORM,
  });
  const store = strapi.store({ type: 'plugin', name: 'attendance', key: 'demo' });
  if ((await store.get({})) !== null) return;
  await seedLogins(strapi, await attendance.ensureRoles());
  if (process.env.DEMO === 'true') await seedSamples(strapi, Date.now());
  await store.set({ value: { seededAt: Date.now() } });
}

async function seedLogins(
  strapi: Core.Strapi,
  { agentRoleId, supervisorRoleId }: { agentRoleId: number; supervisorRoleId: number },
): Promise<void> {
  const users = strapi.service('admin::user') as unknown as AdminUsers;
  const superAdmin = (await strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'strapi-super-admin' } })) as { id: number };
  const logins: [string, string, string, number][] = [
    ['admin', 'Administração', 'Demo', superAdmin.id],
    ['ana', 'Ana', 'Martins', agentRoleId],
    ['bruno', 'Bruno', 'Lima', agentRoleId],
    ['sofia', 'Sofia', 'Rocha', supervisorRoleId],
  ];
  for (const [login, firstname, lastname, role] of logins) {
    const email = `${login}@demo.local`;
    if (await users.exists({ email })) continue;
    await users.create({
      email,
      firstname,
      lastname,
      password: PASSWORD,
      isActive: true,
      preferedLanguage: 'pt-BR',
      roles: [role],
    });
  }
}

/** Warns of active demo logins, which everybody knows, at each start in production. */
export async function warnOfDemoLogins(strapi: Core.Strapi): Promise<void> {
  const logins = (await strapi.db
    .query('admin::user')
    .findMany({ where: { email: { $endsWith: '@demo.local' }, isActive: true } })) as { email: string }[];
  if (logins.length === 0) return;
  const line = '!'.repeat(78);
  strapi.log.warn(
    [
      line,
      'DEMO LOGINS ARE ACTIVE IN PRODUCTION, with a password that everybody can read in the README:',
      ...logins.map(({ email }) => `  ${email}`),
      'Delete or deactivate them in Settings > Users before anybody else signs in.',
      line,
    ].join('\n'),
  );
}
