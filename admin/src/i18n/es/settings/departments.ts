import type { texts as original } from '../../pt-BR/settings/departments';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.departments.page': 'Departamentos',
  'settings.departments.intro':
    'Un pedido para un departamento solo llega a sus miembros. El sitio elige por la clave.',
  'settings.departments.empty': 'Sin departamentos, cualquier agente recibe cualquier pedido.',
  'settings.departments.new': 'Nuevo departamento',
  'settings.departments.name': 'Nombre',
  'settings.departments.key': 'Clave',
  'settings.departments.key.hint': 'Letras minúsculas, dígitos y guiones.',
  'settings.departments.key.warning':
    'Las páginas que usan la clave antigua dejarán de elegir este departamento.',
  'settings.departments.key.taken':
    'Otro departamento usa esta clave, o alguien cambió este mientras editabas.',
  'settings.departments.members': 'Agentes',
  'settings.departments.noAgents': 'Nadie entró en la atención todavía.',
  'settings.departments.count': '{count, plural, =0 {sin agentes} one {# agente} other {# agentes}}',
  'settings.departments.waiting': '{count, plural, one {# en cola} other {# en cola}}',
  'settings.departments.delete.title': '¿Eliminar {name}?',
  'settings.departments.delete.body':
    'Agentes y sitios quedan sin él. Las conversaciones anteriores no cambian.',
  'settings.departments.delete.busy':
    'Hay interacciones en espera de este departamento. Atiéndelas antes de eliminarlo.',
};
