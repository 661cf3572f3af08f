export const texts = {
  'shell.switch.online': 'Atendimento Online',
  'shell.switch.offline': 'Atendimento Offline',
  'shell.switch.label': 'Receber atendimentos',
  'shell.notification.new': 'Nova interação',
  'shell.notification.title': '({count}) Nova interação',
  'shell.notification.body': '{name} espera por você.',
  'shell.announce.new': 'Nova interação: {name}',
  'shell.announce.ended': '{name} encerrou',
  'shell.notification.call': 'Chamada recebida',
  'shell.notification.callBody': '{name} chama você.',
  'shell.announce.call': 'Chamada de {name}',
};
