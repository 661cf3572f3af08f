import type { texts as original } from '../../pt-BR/settings/agents';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.agents.page': 'Agentes',
  'settings.agents.intro': 'Todos los que pueden atender, también antes de su primer día.',
  'settings.agents.empty': 'Nadie puede atender todavía. Dé a alguien el rol Agent.',
  'settings.agents.neverHere': 'Aún no entró',
  'settings.agents.name': 'Nombre público',
  'settings.agents.capacity': 'Chats a la vez',
  'settings.agents.capacity.default': 'Predeterminado: {count}',
  'settings.agents.search': 'Buscar agente',
  'settings.agents.none': 'Ningún agente con ese nombre o correo.',
  'settings.agents.online': 'En línea',
  'settings.agents.offline': 'Fuera de línea',
  'settings.agents.unconnected': 'En línea, sin conexión',
  'settings.agents.gone': 'Usuario de Strapi eliminado o inactivo',
  'settings.agents.open':
    '{count, plural, =0 {ninguna interacción} one {# interacción} other {# interacciones}}',
  'settings.agents.name.hint': 'Es el nombre que ve el cliente.',
  'settings.agents.departments': 'Departamentos',
  'settings.agents.departments.none': 'Ningún departamento creado.',
  'settings.agents.photo': 'Foto',
  'settings.agents.photo.hint': 'Los visitantes la ven en lugar de la imagen de agentes del sitio.',
};
