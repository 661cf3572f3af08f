export const texts = {
  'visitors.find': 'Encontrar visitante',
  'visitors.find.merge': 'Procurar e unir',
  'visitors.find.hint': 'Nome, e-mail, telefone ou documento',
  'visitors.results': 'Visitantes encontrados',
  'visitors.ask':
    'Escreva o começo de um nome, e-mail, telefone ou documento. Você encontra quem já atendeu; quem supervisiona encontra todos.',
  'visitors.none': 'Ninguém encontrado. Confira o que foi escrito, ou procure por outro dado.',
  'visitors.failed': 'Não foi possível procurar.',
  'visitors.more': 'Mostrar mais',
  'visitors.cut': 'Há muitos assim: escreva mais para encontrar todos.',
  'visitors.found':
    '{count, plural, =0 {Ninguém encontrado} one {# visitante encontrado} other {# visitantes encontrados}}',
  'visitors.count': '{count, plural, =0 {nenhum contato} one {# contato} other {# contatos}}',
  'visitors.last': 'último em {when}',
  'visitors.conversation': 'Abrir conversa',
  'visitors.duplicate.title': 'Parece ser a mesma pessoa',
  'visitors.duplicate.shares': 'Em comum: {fields}',
  'visitors.duplicate.dismiss': 'Não é',
  'visitors.merge.open': 'Unir',
  'visitors.merge.title': 'Unir dois visitantes',
  'visitors.merge.this': 'Neste atendimento',
  'visitors.merge.other': 'Outro visitante',
  'visitors.merge.choose': '{field}: qual fica?',
  'visitors.merge.warning':
    'Não dá para desfazer. O histórico dos dois fica junto, e os navegadores de ambos passam a ser reconhecidos como esta pessoa: una só com certeza de que é a mesma.',
  'visitors.merge.blocked':
    '{name} está com bloqueio, que passa a valer para os dois: a conversa acaba para o visitante.',
  'visitors.merge.bothLive':
    'Os dois têm uma conversa em andamento no mesmo site. Encerre uma delas, e então una os visitantes.',
  'visitors.merge.failed': 'Não foi possível comparar: talvez já tenham sido unidos.',
  'visitors.merge.changed': 'Algo mudou enquanto você escolhia. Confira e tente de novo.',
  'visitors.merge.confirm': 'Unir',
  'visitors.merge.done': 'Agora são uma pessoa só.',
  'visitors.merge.news': '{name} foi unido a outro visitante; o histórico está junto.',
};
