import type { texts as original } from '../pt-BR/tags';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'tags.title': 'Etiquetas',
  'tags.add': 'Añadir etiqueta',
  'tags.none': 'Ninguna etiqueta todavía.',
  'tags.noMatch': 'Ninguna etiqueta con ese nombre.',
  'tags.all': 'Todas las etiquetas ya están aquí.',
  'tags.remove': 'Quitar etiqueta {name}',
  'tags.inRow': 'etiquetas: {names}',
  'tags.atEnd': 'Etiquetas',
};
