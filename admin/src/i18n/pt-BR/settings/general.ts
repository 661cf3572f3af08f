export const texts = {
  'settings.general.capacity': 'Chats ao mesmo tempo, por atendente',
  'settings.general.page': 'Geral',
  'settings.general.intro': 'O que vale para todos os atendentes e sites.',
  'settings.general.distribution': 'Distribuição',
  'settings.general.absence': 'Ausências',
  'settings.general.capacity.hint': 'Padrão de quem não tem um número próprio. 0: nenhum chat.',
  'settings.general.ring': 'Tempo de toque',
  'settings.general.ring.hint':
    'Sem ser aberta nesse tempo, a interação passa a outro atendente. 0: nunca passa.',
  'settings.general.missed': 'Perdidas seguidas até ficar offline',
  'settings.general.missed.hint':
    'Quem não abre tantas interações seguidas fica offline e é avisado. 0: nunca.',
  'settings.general.reserve': 'Espera de chamada até a reserva',
  'settings.general.reserve.hint':
    'Depois disso um atendente não recebe novos chats até ficar livre para a chamada.',
  'settings.general.persist': 'Tempo que o cliente tem para voltar',
  'settings.general.persist.hint':
    'Ao sair da página sem encerrar. Passado esse tempo, a interação termina para ele.',
  'settings.general.grace': 'Tolerância sem conexão',
  'settings.general.grace.hint': 'Depois disso os chats voltam para a fila e o atendente fica offline.',
  'settings.general.reports.page': 'Relatórios',
  'settings.general.reports.intro': 'O fuso, as metas e o que aparece ao acompanhar.',
  'settings.general.reports.days': 'Dias e horas',
  'settings.general.reports.zone': 'Fuso dos relatórios',
  'settings.general.reports.zone.hint':
    'Os dias, as horas e os dias da semana são cortados nele, seja qual for o fuso do navegador.',
  'settings.general.reports.zone.hours': 'O mesmo dos horários de atendimento',
  'settings.general.reports.level': 'Nível de serviço',
  'settings.general.reports.level.hint': 'Tempo até a primeira resposta que vale como dentro da meta.',
  'settings.general.reports.chatLevelMs': 'Meta para chats',
  'settings.general.reports.chatLevelMs.hint': 'Do pedido à primeira mensagem de uma pessoa da equipe.',
  'settings.general.reports.callLevelMs': 'Meta para chamadas',
  'settings.general.reports.callLevelMs.hint': 'Do pedido até a chamada ser atendida.',
  'settings.general.reports.supervision': 'Supervisão',
  'settings.general.reports.followers': 'Mostrar ao atendente quem acompanha',
  'settings.general.reports.followers.hint': 'Quem atende vê “Sofia acompanha”. O cliente nunca vê.',
};
