import type { texts as original } from '../../pt-BR/reports/export';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.export.action': 'Exportar',
  'reports.export.title': 'Exportar informe',
  'reports.export.intro':
    'Con el período y los filtros vigentes. La exportación queda en el registro de cambios.',
  'reports.export.what': 'Qué',
  'reports.export.format': 'Formato',
  'reports.export.format.csv': 'CSV, para hojas de cálculo',
  'reports.export.format.jsonl': 'JSON, una línea por registro',
  'reports.export.table.days': 'La tabla por día',
  'reports.export.table.agents': 'La tabla por agente',
  'reports.export.table.departments': 'La tabla por departamento',
  'reports.export.table.sites': 'La tabla por sitio',
  'reports.export.table.interactions': 'Todo, una fila por interacción',
  'reports.export.file.days': 'dias',
  'reports.export.file.agents': 'agentes',
  'reports.export.file.departments': 'departamentos',
  'reports.export.file.sites': 'sitios',
  'reports.export.file.interactions': 'interacciones',
  'reports.export.start': 'Descargar',
  'reports.export.cancel': 'Detener',
  'reports.export.close': 'Cerrar',
  'reports.export.rows': '{count, plural, one {# fila} other {# filas}}',
  'reports.export.rowsOf': '{rows} de {total, plural, one {# fila} other {# filas}}',
  'reports.export.done': 'Listo: {count, plural, one {# fila} other {# filas}}.',
  'reports.export.cancelled': 'Detenido tras {count, plural, one {# fila} other {# filas}}; nada se guardó.',
  'reports.export.failed':
    'La exportación paró tras {count, plural, one {# fila} other {# filas}}; nada se guardó. Inténtalo de nuevo.',
  'reports.export.forbidden': 'No tienes permiso para exportar.',
  'reports.export.busy': 'Hay demasiadas exportaciones a la vez. Inténtalo en un momento.',
};
