import type { texts as original } from '../../pt-BR/settings/departments';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.departments.page': 'Departments',
  'settings.departments.intro':
    'A request for a department reaches its members only. The site chooses by the key.',
  'settings.departments.empty': 'Without departments any agent receives any request.',
  'settings.departments.new': 'New department',
  'settings.departments.name': 'Name',
  'settings.departments.key': 'Key',
  'settings.departments.key.hint': 'Lower-case letters, digits and hyphens.',
  'settings.departments.key.warning': 'Pages that use the old key will no longer choose this department.',
  'settings.departments.key.taken':
    'Another department has this key, or somebody changed this one while you were editing.',
  'settings.departments.members': 'Agents',
  'settings.departments.noAgents': 'Nobody has attended yet.',
  'settings.departments.count': '{count, plural, =0 {no agents} one {# agent} other {# agents}}',
  'settings.departments.waiting': '{count, plural, one {# waiting} other {# waiting}}',
  'settings.departments.delete.title': 'Delete {name}?',
  'settings.departments.delete.body':
    'Agents and sites are left without it. Past conversations do not change.',
  'settings.departments.delete.busy':
    'Interactions wait for this department. Attend them before deleting it.',
};
