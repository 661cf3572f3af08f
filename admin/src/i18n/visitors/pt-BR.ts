/** The words of finding visitors, of making one of two, and of blocks behind the settings; part of the product's own. */
export const ptBRVisitors = {
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
  'duplicate.title': 'Parece ser a mesma pessoa',
  'duplicate.shares': 'Em comum: {fields}',
  'duplicate.dismiss': 'Não é',
  'merge.open': 'Unir',
  'merge.title': 'Unir dois visitantes',
  'merge.this': 'Neste atendimento',
  'merge.other': 'Outro visitante',
  'merge.choose': '{field}: qual fica?',
  'merge.warning':
    'Não dá para desfazer. O histórico dos dois fica junto, e os navegadores de ambos passam a ser reconhecidos como esta pessoa: una só com certeza de que é a mesma.',
  'merge.blocked':
    '{name} está com bloqueio, que passa a valer para os dois: a conversa acaba para o visitante.',
  'merge.bothLive':
    'Os dois têm uma conversa em andamento no mesmo site. Encerre uma delas, e então una os visitantes.',
  'merge.failed': 'Não foi possível comparar: talvez já tenham sido unidos.',
  'merge.changed': 'Algo mudou enquanto você escolhia. Confira e tente de novo.',
  'merge.confirm': 'Unir',
  'merge.done': 'Agora são uma pessoa só.',
  'merge.news': '{name} foi unido a outro visitante; o histórico está junto.',
  'agents.photo': 'Foto',
  'agents.photo.hint': 'Os visitantes a veem no lugar da imagem de atendentes do site.',
  'settings.blocks': 'Bloqueios',
  'blocks.intro': 'Visitantes que não podem escrever agora. Cada bloqueio acaba sozinho no fim do prazo.',
  'blocks.empty': 'Ninguém está bloqueado. Quem atende bloqueia um visitante pelo painel do cliente.',
  'blocks.lift': 'Desfazer',
  'blocks.lift.title': 'Desfazer o bloqueio de {name}?',
  'blocks.lift.body': 'O visitante volta a poder escrever agora. O registro de mudanças guarda quem desfez.',
  'blocks.lift.confirm': 'Desfazer bloqueio',
  'blocks.lift.failed': 'Não foi possível desfazer. Tente de novo.',
};

export type VisitorTexts = Readonly<Record<keyof typeof ptBRVisitors, string>>;
