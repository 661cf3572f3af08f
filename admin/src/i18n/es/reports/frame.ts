import type { texts as original } from '../../pt-BR/reports/frame';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.frame.title': 'Informes',
  'reports.frame.loading': 'Cargando el informe',
  'reports.frame.failed': 'No se pudo leer el informe.',
  'reports.frame.empty': 'Ninguna interacción en este período y con estos filtros.',
  'reports.frame.unread':
    'Las interacciones más antiguas aún se están leyendo: {count, plural, one {falta #} other {faltan #}}. Las cifras crecen hasta entonces.',
  'reports.frame.zone': 'zona {zone}',
  'reports.frame.levels': 'metas: {chat} s en chats, {call} s en llamadas',
  'reports.frame.print': 'Imprimir',
  'reports.frame.none': 'Sin departamento',
  'reports.frame.figure': '{name}, {measure}: {value}',
  'reports.frame.open': '{value}, {name}: ver las interacciones',
  'reports.frame.ownDay.intro': 'Lo que hiciste hoy.',
  'reports.frame.tab.overview': 'Resumen',
  'reports.frame.tab.agents': 'Agentes',
  'reports.frame.tab.departments': 'Departamentos',
  'reports.frame.tab.sites': 'Sitios',
  'reports.frame.tab.interactions': 'Interacciones',
  'reports.frame.tab.own-day': 'Mi día',
  'reports.frame.spreads':
    'Los tiempos son mediana · percentil 90 · media (ø); “sin” son las que no tienen ese tiempo.',
  'reports.frame.compared': 'Las flechas comparan con {days}.',
};
