import type { texts as original } from '../../pt-BR/settings/sites';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.sites.page': 'Sitios',
  'settings.sites.generalPage': 'General',
  'settings.sites.name': 'Nombre del sitio',
  'settings.sites.key': 'Clave',
  'settings.sites.origins': 'Orígenes permitidos',
  'settings.sites.origins.hint': 'Uno por línea, como https://www.ejemplo.com, sin ruta.',
  'settings.sites.channels': 'Canales',
  'settings.sites.locale': 'Idioma predeterminado',

  'settings.sites.intro': 'Dónde vive el widget',
  'settings.sites.add': 'Añadir sitio',
  'settings.sites.create': 'Crear',
  'settings.sites.empty': 'Ningún sitio todavía.',
  'settings.sites.edit': 'Editar',
  'settings.sites.general': 'Datos del sitio',
  'settings.sites.name.hint': 'Como lo llama tu equipo.',
  'settings.sites.key.hint': 'Va en la línea de instalación y no cambia.',
  'settings.sites.gone': 'Este sitio ya no existe.',
  'settings.sites.back': 'Ver los sitios',
  'settings.sites.noOrigins': 'Sin orígenes permitidos: el widget no aparece en ningún lugar.',
  'settings.sites.origins.why': 'Solo las páginas de estas direcciones pueden mostrar el widget.',
  'settings.sites.origins.label': 'Direcciones',
  'settings.sites.origins.faults':
    '{count, plural, one {Una línea no es un origen.} other {# líneas no son orígenes.}}',
  'settings.sites.origins.scheme': 'falta https:// o http://.',
  'settings.sites.origins.path': 'es solo la dirección del sitio, en minúsculas, sin ruta ni barra al final.',
  'settings.sites.origins.wildcard': 'sin asteriscos: escribe cada dirección entera.',
  'settings.sites.origins.invalid': 'no es una dirección.',
  'settings.sites.origins.use': 'Usar {origin}',
  'settings.sites.languages': 'Idiomas',
  'settings.sites.languages.hint':
    'El widget habla el del visitante, si está entre estos; si no, el predeterminado.',
  'settings.sites.locale.hint': 'Y el texto que falta en un idioma se toma de este.',
  'settings.sites.department': 'Departamento predeterminado',
  'settings.sites.department.hint': 'Para quien viene sin departamento en la línea de instalación.',
  'settings.sites.department.any': 'Todos los agentes',
  'settings.sites.delete.last': 'El último sitio no se puede quitar',
  'settings.sites.delete.title': '¿Quitar {name}?',
  'settings.sites.delete.body':
    'El widget deja de funcionar en las páginas de este sitio. No se puede deshacer.',
  'settings.sites.delete.confirm': 'Quitar',
  'settings.sites.delete.refused':
    '{name} no se quitó: hay alguien en atención o en la cola por él, o es el único sitio. Termina e intenta de nuevo.',
};
