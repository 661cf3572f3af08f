export const texts = {
  'page.title': 'Atendimento',

  'page.connection.connecting': 'Conectando ao atendimento…',
  'page.connection.reconnecting':
    'Sem conexão. O que você escrever fica guardado e é enviado quando ela voltar.',
  'page.connection.refused': 'O atendimento recusou a conexão: {reason}',

  'page.palette.label': 'Ir para',
  'page.palette.placeholder': 'Procure uma interação ou ação',
  'page.palette.goOffline': 'Ficar offline',
  'page.palette.empty': 'Nada encontrado.',
  'page.palette.interactions': 'Interações',
  'page.palette.actions': 'Ações',
};
