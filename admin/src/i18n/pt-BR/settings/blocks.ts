export const texts = {
  'settings.blocks.page': 'Bloqueios',
  'settings.blocks.intro':
    'Visitantes que não podem escrever agora. Cada bloqueio acaba sozinho no fim do prazo.',
  'settings.blocks.empty':
    'Ninguém está bloqueado. Quem atende bloqueia um visitante pelo painel do cliente.',
  'settings.blocks.lift': 'Desfazer',
  'settings.blocks.lift.title': 'Desfazer o bloqueio de {name}?',
  'settings.blocks.lift.body':
    'O visitante volta a poder escrever agora. O registro de mudanças guarda quem desfez.',
  'settings.blocks.lift.confirm': 'Desfazer bloqueio',
  'settings.blocks.lift.failed': 'Não foi possível desfazer. Tente de novo.',
};
