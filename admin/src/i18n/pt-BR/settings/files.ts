export const texts = {
  'settings.files.page': 'Anexos',
  'settings.files.intro': 'Arquivos que clientes e atendentes podem trocar nas conversas, em todos os sites.',
  'settings.files.who': 'Quem pode enviar',
  'settings.files.visitors': 'Clientes enviam arquivos',
  'settings.files.visitors.hint': 'Desligado, o botão some do widget na hora, também nas conversas abertas.',
  'settings.files.agents': 'Atendentes enviam arquivos',
  'settings.files.agents.hint': 'O que já foi enviado continua disponível para quem pode ler a conversa.',
  'settings.files.what': 'O que pode ser enviado',
  'settings.files.what.hint':
    'O conteúdo de cada arquivo é conferido no servidor. Programas, páginas e imagens SVG são sempre recusados.',
  'settings.files.kinds': 'Tipos de arquivo',
  'settings.files.kind.image': 'Imagens (PNG, JPEG, GIF, WebP)',
  'settings.files.kind.pdf': 'PDF',
  'settings.files.kind.text': 'Texto (TXT, CSV, JSON e outros)',
  'settings.files.kind.office': 'Documentos, planilhas e apresentações',
  'settings.files.kind.audio': 'Áudio (MP3, OGG, WAV, M4A, WebM)',
  'settings.files.kinds.none': 'Sem nenhum tipo marcado, ninguém envia arquivos.',
  'settings.files.size': 'Tamanho máximo de cada arquivo',
  'settings.files.size.hint': 'Uma mensagem leva até {count} arquivos.',
  'settings.files.room': 'Espaço',
  'settings.files.quota': 'Espaço para todos os arquivos',
  'settings.files.quota.hint':
    'Vale para a instalação inteira. Cheio, nenhum arquivo novo é aceito; os que já foram enviados ficam.',
  'settings.files.used': 'Ocupado: {used} de {quota} ({share}).',
  'settings.files.near':
    'Quase cheio. Aumente o espaço ou guarde as conversas por menos tempo (Privacidade).',
  'settings.files.full':
    'Cheio: nenhum arquivo novo é aceito. Aumente o espaço ou guarde as conversas por menos tempo (Privacidade).',
};
