import type { texts as original } from '../../pt-BR/settings/general';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.general.capacity': 'Chats a la vez, por agente',
  'settings.general.page': 'General',
  'settings.general.intro': 'Lo que vale para todos los agentes y sitios.',
  'settings.general.distribution': 'Distribución',
  'settings.general.absence': 'Ausencias',
  'settings.general.capacity.hint': 'Para quien no tiene un número propio. 0: ningún chat.',
  'settings.general.ring': 'Tiempo de timbre',
  'settings.general.ring.hint': 'Si no se abre en ese tiempo, la interacción pasa a otro agente. 0: nunca.',
  'settings.general.missed': 'Perdidas seguidas hasta quedar fuera de línea',
  'settings.general.missed.hint':
    'Quien no abre tantas seguidas queda fuera de línea y recibe un aviso. 0: nunca.',
  'settings.general.reserve': 'Espera de llamada hasta la reserva',
  'settings.general.reserve.hint':
    'Después, un agente no recibe chats nuevos hasta quedar libre para la llamada.',
  'settings.general.persist': 'Tiempo que el cliente tiene para volver',
  'settings.general.persist.hint':
    'Al salir de la página sin cerrar. Pasado ese tiempo, la interacción termina para él.',
  'settings.general.grace': 'Tolerancia sin conexión',
  'settings.general.grace.hint': 'Después los chats vuelven a la cola y el agente queda fuera de línea.',
  'settings.general.reports.page': 'Informes',
  'settings.general.reports.intro': 'La zona, las metas y lo que se muestra al acompañar.',
  'settings.general.reports.days': 'Días y horas',
  'settings.general.reports.zone': 'Zona horaria de los informes',
  'settings.general.reports.zone.hint':
    'Los días, las horas y los días de la semana se cortan en ella, sea cual sea la del navegador.',
  'settings.general.reports.zone.hours': 'La misma de los horarios de atención',
  'settings.general.reports.level': 'Nivel de servicio',
  'settings.general.reports.level.hint':
    'Tiempo hasta la primera respuesta que cuenta como dentro de la meta.',
  'settings.general.reports.chatLevelMs': 'Meta para chats',
  'settings.general.reports.chatLevelMs.hint':
    'Desde la solicitud hasta el primer mensaje de una persona del equipo.',
  'settings.general.reports.callLevelMs': 'Meta para llamadas',
  'settings.general.reports.callLevelMs.hint': 'Desde la solicitud hasta que se atiende la llamada.',
  'settings.general.reports.supervision': 'Supervisión',
  'settings.general.reports.followers': 'Mostrar al agente quién acompaña',
  'settings.general.reports.followers.hint': 'Quien atiende ve “Sofia acompaña”. El cliente nunca lo ve.',
};
