/** The words of blocking a visitor, part of the product's own. */
export const ptBRBlocks = {
  'line.visitor-blocked': 'O visitante foi bloqueado',
  'conversation.blockedBanner':
    'Visitante bloqueado: a conversa acabou para ele. Encerre para liberar a vaga.',
  'block.title': 'Bloquear {name}?',
  'block.open': 'Bloquear visitante',
  'block.body':
    'A conversa acaba agora para o visitante, e ele não consegue escrever até o fim do bloqueio. Isso não volta atrás, mas o bloqueio pode ser desfeito.',
  'block.reason': 'Motivo',
  'block.reason.hint': 'Só a equipe vê.',
  'block.duration': 'Por quanto tempo',
  'block.duration.hour': '1 hora',
  'block.duration.day': '1 dia',
  'block.duration.week': '7 dias',
  'block.duration.forever': 'Para sempre',
  'block.withAddress': 'Bloquear também o endereço IP',
  'block.withAddress.hint':
    'Recusa contatos novos de qualquer pessoa nesse endereço, neste site. O endereço fica guardado só enquanto durar.',
  'block.confirm': 'Bloquear',
  'block.done': '{name} foi bloqueado.',
  'block.lifted': 'Bloqueio desfeito: {name} pode escrever de novo.',
  'block.lift': 'Desfazer bloqueio',
  'block.until': 'Bloqueado até {when}',
  'block.forever': 'Bloqueado para sempre',
  'block.by': 'por {name}, {when}',
  'block.address': 'e o endereço IP',
  'block.list': 'Visitantes bloqueados',
  'block.list.hint':
    'Os bloqueios que você fez; quem supervisiona vê todos. Cada um acaba sozinho no fim do prazo.',
  'block.empty': 'Ninguém está bloqueado.',
  'block.failed': 'Não foi possível carregar.',
};

export type BlockTexts = Readonly<Record<keyof typeof ptBRBlocks, string>>;
