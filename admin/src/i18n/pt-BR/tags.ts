export const texts = {
  'tags.title': 'Etiquetas',
  'tags.add': 'Adicionar etiqueta',
  'tags.none': 'Nenhuma etiqueta ainda.',
  'tags.noMatch': 'Nenhuma etiqueta com esse nome.',
  'tags.all': 'Todas as etiquetas já estão aqui.',
  'tags.remove': 'Remover etiqueta {name}',
  'tags.inRow': 'etiquetas: {names}',
  'tags.atEnd': 'Etiquetas',
};
