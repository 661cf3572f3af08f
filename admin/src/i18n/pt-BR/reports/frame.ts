export const texts = {
  'reports.frame.title': 'Relatórios',
  'reports.frame.loading': 'Carregando o relatório',
  'reports.frame.failed': 'Não foi possível ler o relatório.',
  'reports.frame.empty': 'Nenhuma interação neste período e com estes filtros.',
  'reports.frame.unread':
    'As interações mais antigas ainda estão sendo lidas: {count, plural, one {falta #} other {faltam #}}. Os números crescem até lá.',
  'reports.frame.zone': 'fuso {zone}',
  'reports.frame.levels': 'metas: {chat} s em chats, {call} s em chamadas',
  'reports.frame.print': 'Imprimir',
  'reports.frame.none': 'Sem departamento',
  'reports.frame.figure': '{name}, {measure}: {value}',
  'reports.frame.open': '{value}, {name}: ver as interações',
  'reports.frame.ownDay.intro': 'O que você fez hoje.',
  'reports.frame.tab.overview': 'Visão geral',
  'reports.frame.tab.agents': 'Atendentes',
  'reports.frame.tab.departments': 'Departamentos',
  'reports.frame.tab.sites': 'Sites',
  'reports.frame.tab.interactions': 'Interações',
  'reports.frame.tab.own-day': 'Meu dia',
  'reports.frame.spreads':
    'Os tempos são mediana · percentil 90 · média (ø); “sem” são as que não têm esse tempo.',
  'reports.frame.compared': 'As setas comparam com {days}.',
};
