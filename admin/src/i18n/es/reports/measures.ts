import type { texts as original } from '../../pt-BR/reports/measures';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'reports.measures.definition': 'Definición: {name}',
  'reports.measures.volume': 'Interacciones',
  'reports.measures.volume.about':
    'Interacciones solicitadas en el período, por el canal que tenían al final. Cada una pertenece al día y la hora de su solicitud.',
  'reports.measures.raised': 'Empezaron como chat',
  'reports.measures.raised.about': 'Llamadas que empezaron como chat y pasaron a voz o video.',
  'reports.measures.answered': 'Atendidas',
  'reports.measures.answered.about': 'Interacciones que un agente abrió.',
  'reports.measures.unanswered': 'No abiertas',
  'reports.measures.unanswered.about': 'Asignadas a alguien, y terminadas antes de que alguien las abriera.',
  'reports.measures.abandoned': 'Abandonadas',
  'reports.measures.abandoned.about':
    'El cliente dejó de esperar en la cola, por decisión propia o por salir de la página.',
  'reports.measures.gone': 'El cliente no volvió',
  'reports.measures.gone.about': 'Asignadas, y terminadas porque el cliente salió y no volvió a tiempo.',
  'reports.measures.missed': 'Timbres perdidos',
  'reports.measures.missed.about':
    'Timbres que se agotaron, o que se devolvieron sin abrir. Una interacción puede tener varios.',
  'reports.measures.transferred': 'Transferencias',
  'reports.measures.transferred.about': 'Pases a otro agente o departamento; los rechazados no cuentan.',
  'reports.measures.endedBy': 'Finalizadas por',
  'reports.measures.endedBy.about':
    'Quién la finalizó: el cliente, el agente, nadie (el cliente no volvió), la supervisión, o el sistema (el cliente fue bloqueado).',
  'reports.measures.waiting': 'Espera',
  'reports.measures.waiting.about':
    'De la solicitud a la primera asignación. Las abandonadas se cuentan aparte.',
  'reports.measures.waitingOfAbandoned': 'Espera de las abandonadas',
  'reports.measures.waitingOfAbandoned.about': 'De la solicitud hasta que el cliente desistió.',
  'reports.measures.ring': 'Tiempo de timbre',
  'reports.measures.ring.about':
    'De la asignación a la apertura, o hasta atender la llamada, en cada asignación; en la lista de interacciones, la de quien la abrió primero.',
  'reports.measures.firstResponse': 'Primera respuesta',
  'reports.measures.firstResponse.about':
    'De la solicitud al primer mensaje público de una persona, o hasta atender la llamada. Saludos, notas, susurros y líneas del sistema no cuentan.',
  'reports.measures.response': 'Tiempo de respuesta',
  'reports.measures.response.about':
    'De un mensaje del cliente al siguiente del agente; de varios seguidos, desde el primero.',
  'reports.measures.duration': 'Duración',
  'reports.measures.duration.about':
    'De la solicitud al final por el cliente o el agente, lo que ocurra primero.',
  'reports.measures.handling': 'Tiempo de atención',
  'reports.measures.handling.about':
    'De cada agente: de la apertura al final, a la transferencia o a la pérdida; en una interacción, la suma.',
  'reports.measures.wrapUp': 'Trabajo posterior',
  'reports.measures.wrapUp.about':
    'Del final por el cliente al final por el agente; en una llamada, desde su último corte, si fue antes. Sin final por el cliente, desde el último corte o el último mensaje posterior.',
  'reports.measures.call': 'Tiempo en llamada',
  'reports.measures.call.about': 'Suma de los tramos conectados de todos los intentos.',
  'reports.measures.level': 'Nivel de servicio',
  'reports.measures.level.about':
    'Porcentaje de las atendidas cuya primera respuesta llegó dentro de la meta; atendidas y nunca respondidas cuentan como no cumplidas. Las abandonadas antes quedan fuera; después cuentan como no cumplidas.',
  'reports.measures.rating': 'Valoración',
  'reports.measures.rating.about':
    'Media de las estrellas, o porcentaje de los pulgares arriba, de quienes valoraron.',
  'reports.measures.attended': 'Atendidas',
  'reports.measures.attended.about':
    'Asignaciones que el agente abrió. Una interacción con dos agentes cuenta para cada uno.',
  'reports.measures.online': 'Tiempo en línea',
  'reports.measures.online.about': 'Tiempo en línea en el período, según el registro de presencia.',
  'reports.measures.outsideHours': 'En línea fuera de horario',
  'reports.measures.outsideHours.about': 'Parte del tiempo en línea fuera del horario de atención.',
  'reports.measures.occupancy': 'Ocupación',
  'reports.measures.occupancy.about': 'Porcentaje del tiempo en línea con al menos una interacción en curso.',
  'reports.measures.chatsAtOnce': 'Chats a la vez',
  'reports.measures.chatsAtOnce.about': 'Media de chats en curso, por el tiempo, mientras hay al menos uno.',
  'reports.measures.hours': 'Horas y días de la semana',
  'reports.measures.hours.about': 'Interacciones por la hora y el día de la semana de su solicitud.',
  'reports.measures.origins': 'Orígenes',
  'reports.measures.origins.about': 'Páginas en las que más clientes pidieron atención.',
  'reports.measures.tags': 'Etiquetas',
  'reports.measures.tags.about': 'Etiquetas más usadas; una interacción puede tener varias.',
  'reports.measures.offlineMessages': 'Mensajes fuera de línea',
  'reports.measures.offlineMessages.about':
    'Mensajes dejados en el período, los que alguien tomó, los respondidos y el tiempo hasta la respuesta.',
};
