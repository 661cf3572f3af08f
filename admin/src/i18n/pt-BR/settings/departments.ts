export const texts = {
  'settings.departments.page': 'Departamentos',
  'settings.departments.intro':
    'Um pedido para um departamento só chega a quem faz parte dele. O site escolhe pela chave.',
  'settings.departments.empty': 'Sem departamentos, qualquer atendente recebe qualquer pedido.',
  'settings.departments.new': 'Novo departamento',
  'settings.departments.name': 'Nome',
  'settings.departments.key': 'Chave',
  'settings.departments.key.hint': 'Letras minúsculas, dígitos e hífens.',
  'settings.departments.key.warning': 'Páginas que usam a chave antiga deixam de escolher este departamento.',
  'settings.departments.key.taken':
    'Outro departamento já usa esta chave, ou alguém mudou este enquanto você editava.',
  'settings.departments.members': 'Atendentes',
  'settings.departments.noAgents': 'Ninguém entrou no atendimento ainda.',
  'settings.departments.count': '{count, plural, =0 {sem atendentes} one {# atendente} other {# atendentes}}',
  'settings.departments.waiting': '{count, plural, one {# na fila} other {# na fila}}',
  'settings.departments.delete.title': 'Excluir {name}?',
  'settings.departments.delete.body': 'Atendentes e sites ficam sem ele. As conversas antigas não mudam.',
  'settings.departments.delete.busy':
    'Há interações à espera deste departamento. Atenda-as antes de excluí-lo.',
};
