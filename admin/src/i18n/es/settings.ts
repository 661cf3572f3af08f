import type { texts as original } from '../pt-BR/settings';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.section': 'Atención',
  'settings.save': 'Guardar',
  'settings.saved': 'Guardado',
  'settings.loading': 'Cargando…',
  'settings.failed': 'No se pudo cargar.',
  'settings.reload': 'Recargar',
  'settings.unsaved.title': '¿Salir sin guardar?',
  'settings.unsaved.body': 'Lo que cambió aquí todavía no se guardó.',
  'settings.unsaved.leave': 'Salir sin guardar',
  'settings.unsaved.stay': 'Seguir editando',
  'settings.invalid': 'Revisa los campos: {message}',
  'settings.chooseSite': 'Sitio',
  'settings.unit.megabytes': 'MB',
  'settings.unit.gigabytes': 'GB',

  'settings.required': 'Completa este campo.',
  'settings.problems':
    '{count, plural, one {Hay # punto por corregir antes de guardar. Está marcado abajo.} other {Hay # puntos por corregir antes de guardar. Están marcados abajo.}}',
  'settings.language': 'Idioma de los textos',
  'settings.language.default': '{language} · predeterminado',
  'settings.moveUp': 'Mover hacia arriba: {name}',
  'settings.moveDown': 'Mover hacia abajo: {name}',
  'settings.remove': 'Quitar: {name}',
  'settings.picture.choose': 'Elegir',
  'settings.picture.change': 'Cambiar',
  'settings.picture.remove': 'Quitar',
  'settings.picture.noLibrary': 'La biblioteca de medios de Strapi no está instalada.',
  'settings.conflict.kept':
    'Otra persona cambió esto mientras editabas. Lo que escribiste sigue aquí: copia lo que necesites y recarga.',
  'settings.delete': 'Eliminar',
  'settings.bounds': 'De {min} a {max}.',
  'settings.unit.seconds': 'segundos',
  'settings.unit.minutes': 'minutos',
  'settings.unit.days': 'días',
};
