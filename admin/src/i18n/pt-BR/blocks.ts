export const texts = {
  'blocks.title': 'Bloquear {name}?',
  'blocks.open': 'Bloquear visitante',
  'blocks.body':
    'A conversa acaba agora para o visitante, e ele não consegue escrever até o fim do bloqueio. Isso não volta atrás, mas o bloqueio pode ser desfeito.',
  'blocks.reason': 'Motivo',
  'blocks.reason.hint': 'Só a equipe vê.',
  'blocks.duration': 'Por quanto tempo',
  'blocks.duration.hour': '1 hora',
  'blocks.duration.day': '1 dia',
  'blocks.duration.week': '7 dias',
  'blocks.duration.forever': 'Para sempre',
  'blocks.withAddress': 'Bloquear também o endereço IP',
  'blocks.withAddress.hint':
    'Recusa contatos novos de qualquer pessoa nesse endereço, neste site. O endereço fica guardado só enquanto durar.',
  'blocks.confirm': 'Bloquear',
  'blocks.done': '{name} foi bloqueado.',
  'blocks.lifted': 'Bloqueio desfeito: {name} pode escrever de novo.',
  'blocks.lift': 'Desfazer bloqueio',
  'blocks.until': 'Bloqueado até {when}',
  'blocks.forever': 'Bloqueado para sempre',
  'blocks.by': 'por {name}, {when}',
  'blocks.address': 'e o endereço IP',
  'blocks.list': 'Visitantes bloqueados',
  'blocks.list.hint':
    'Os bloqueios que você fez; quem supervisiona vê todos. Cada um acaba sozinho no fim do prazo.',
  'blocks.empty': 'Ninguém está bloqueado.',
  'blocks.failed': 'Não foi possível carregar.',
};
