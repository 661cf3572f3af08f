export const texts = {
  'reports.measures.definition': 'Definição: {name}',
  'reports.measures.volume': 'Interações',
  'reports.measures.volume.about':
    'Interações pedidas no período, pelo canal que tinham no fim. Pertencem ao dia e à hora do pedido.',
  'reports.measures.raised': 'Começaram como chat',
  'reports.measures.raised.about': 'Chamadas que começaram como chat e passaram a voz ou vídeo.',
  'reports.measures.answered': 'Atendidas',
  'reports.measures.answered.about': 'Interações que um atendente abriu.',
  'reports.measures.unanswered': 'Não abertas',
  'reports.measures.unanswered.about': 'Atribuídas a alguém, e terminadas antes que alguém as abrisse.',
  'reports.measures.abandoned': 'Abandonadas',
  'reports.measures.abandoned.about':
    'O cliente desistiu de esperar na fila, por escolha ou por sair da página.',
  'reports.measures.gone': 'Cliente não voltou',
  'reports.measures.gone.about': 'Atribuídas, e terminadas porque o cliente saiu e não voltou a tempo.',
  'reports.measures.missed': 'Toques perdidos',
  'reports.measures.missed.about':
    'Toques que acabaram sem resposta, ou que foram devolvidos sem abrir. Uma interação pode ter vários.',
  'reports.measures.transferred': 'Transferências',
  'reports.measures.transferred.about':
    'Passagens a outro atendente ou departamento; as recusadas não contam.',
  'reports.measures.endedBy': 'Encerradas por',
  'reports.measures.endedBy.about':
    'Quem encerrou: o cliente, o atendente, ninguém (o cliente não voltou), a supervisão, ou o sistema (o cliente foi bloqueado).',
  'reports.measures.waiting': 'Espera',
  'reports.measures.waiting.about': 'Do pedido à primeira atribuição. As abandonadas contam à parte.',
  'reports.measures.waitingOfAbandoned': 'Espera das abandonadas',
  'reports.measures.waitingOfAbandoned.about': 'Do pedido até o cliente desistir.',
  'reports.measures.ring': 'Tempo de toque',
  'reports.measures.ring.about':
    'Da atribuição à abertura, ou até atender a chamada, em cada atribuição; na lista de interações, a de quem a abriu primeiro.',
  'reports.measures.firstResponse': 'Primeira resposta',
  'reports.measures.firstResponse.about':
    'Do pedido à primeira mensagem pública de uma pessoa, ou até a chamada ser atendida. Saudações, notas, sussurros e linhas do sistema não contam.',
  'reports.measures.response': 'Tempo de resposta',
  'reports.measures.response.about':
    'De uma mensagem do cliente à próxima do atendente; de várias seguidas, conta da primeira.',
  'reports.measures.duration': 'Duração',
  'reports.measures.duration.about': 'Do pedido ao fim pelo cliente ou pelo atendente, o que vier primeiro.',
  'reports.measures.handling': 'Tempo de atendimento',
  'reports.measures.handling.about':
    'De cada atendente: da abertura ao fim, à transferência ou à perda; numa interação, a soma deles.',
  'reports.measures.wrapUp': 'Pós-atendimento',
  'reports.measures.wrapUp.about':
    'Do fim pelo cliente ao fim pelo atendente; numa chamada, do último desligamento, se veio antes. Sem fim pelo cliente, do último desligamento ou da última mensagem depois dele.',
  'reports.measures.call': 'Tempo em chamada',
  'reports.measures.call.about': 'Soma dos trechos conectados de todas as tentativas.',
  'reports.measures.level': 'Nível de serviço',
  'reports.measures.level.about':
    'Percentual das atendidas cuja primeira resposta veio dentro da meta; atendidas e nunca respondidas contam como não cumpridas. As abandonadas antes da meta ficam fora; depois dela contam como não cumpridas.',
  'reports.measures.rating': 'Avaliação',
  'reports.measures.rating.about':
    'Média das estrelas, ou percentual dos polegares para cima, de quem avaliou.',
  'reports.measures.attended': 'Atendidas',
  'reports.measures.attended.about':
    'Atribuições que o atendente abriu. Uma interação com dois atendentes conta para cada um.',
  'reports.measures.online': 'Tempo online',
  'reports.measures.online.about': 'Tempo com o atendimento online no período, pelo registro de presença.',
  'reports.measures.outsideHours': 'Online fora do horário',
  'reports.measures.outsideHours.about': 'Parte do tempo online fora do horário de atendimento.',
  'reports.measures.occupancy': 'Ocupação',
  'reports.measures.occupancy.about': 'Percentual do tempo online com pelo menos uma interação em mãos.',
  'reports.measures.chatsAtOnce': 'Chats ao mesmo tempo',
  'reports.measures.chatsAtOnce.about': 'Média de chats em mãos, pelo tempo, enquanto há pelo menos um.',
  'reports.measures.hours': 'Horas e dias da semana',
  'reports.measures.hours.about': 'Interações pela hora e pelo dia da semana do pedido.',
  'reports.measures.origins': 'Origens',
  'reports.measures.origins.about': 'Páginas em que mais clientes pediram atendimento.',
  'reports.measures.tags': 'Etiquetas',
  'reports.measures.tags.about': 'Etiquetas mais usadas; uma interação pode ter várias.',
  'reports.measures.offlineMessages': 'Recados',
  'reports.measures.offlineMessages.about':
    'Recados deixados no período, os que alguém assumiu, os respondidos e o tempo até a resposta.',
};
