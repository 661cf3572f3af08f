import type { texts as original } from '../../pt-BR/settings/agents';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.agents.page': 'Agents',
  'settings.agents.intro': 'Everybody who may attend, before their first day too.',
  'settings.agents.empty': 'Nobody may attend yet. Give somebody the role Agent.',
  'settings.agents.neverHere': 'Never here yet',
  'settings.agents.name': 'Public name',
  'settings.agents.capacity': 'Chats at once',
  'settings.agents.capacity.default': 'Default: {count}',
  'settings.agents.search': 'Search agents',
  'settings.agents.none': 'No agent with that name or e-mail.',
  'settings.agents.online': 'Online',
  'settings.agents.offline': 'Offline',
  'settings.agents.unconnected': 'Online, not connected',
  'settings.agents.gone': 'Strapi user removed or inactive',
  'settings.agents.open': '{count, plural, =0 {no interactions} one {# interaction} other {# interactions}}',
  'settings.agents.name.hint': 'The name that visitors see.',
  'settings.agents.departments': 'Departments',
  'settings.agents.departments.none': 'No departments yet.',
  'settings.agents.photo': 'Photo',
  'settings.agents.photo.hint': 'Visitors see it in place of the site’s picture of agents.',
};
