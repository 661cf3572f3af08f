export const texts = {
  'print.action': 'Imprimir conversa',
  'print.failed': 'Não foi possível ler a conversa inteira para imprimir. Tente de novo.',
  'print.partial':
    'O que veio antes não está aqui: use o botão de imprimir, ou Ctrl+P, na tela do atendimento.',
  'print.title': 'Conversa com {name}',
  'print.at': 'Impresso em {when}',
  'print.ongoing': 'em andamento',
  'print.files': 'Arquivos: {names}',
};
