import type { CheckTexts } from './pt-BR';

export const esCheck: CheckTexts = {
  'settings.check': 'Verificación',
  'check.intro': 'Lo que un instalador cuidadoso miraría, como está ahora.',
  'check.again': 'Verificar de nuevo',
  'check.summary.good': 'Todo bien.',
  'check.summary.warning': '{count, plural, one {# punto por mirar.} other {# puntos por mirar.}}',
  'check.summary.bad':
    '{count, plural, one {# punto por corregir.} other {# puntos por mirar, y al menos uno por corregir.}}',
  'check.state.good': 'Bien',
  'check.state.warning': 'Mirar',
  'check.state.bad': 'Corregir',
  'check.unknown': 'Esta página aún no tiene palabras para lo encontrado. Recárguela.',
  'check.origins': 'Direcciones de los sitios',
  'check.origins.listed':
    '{count, plural, one {# dirección puede} other {# direcciones pueden}} abrir el widget.',
  'check.origins.none':
    'Sin dirección, el widget no abre en ningún lugar: {sites}. Escriba las direcciones en Sitios.',
  'check.origins.plain': 'Sin HTTPS el navegador niega micrófono y cámara: {origins}.',
  'check.cors': 'CORS',
  'check.cors.listed': 'Solo las páginas listadas leen lo que responde Strapi. El widget no necesita más.',
  'check.cors.any': 'Cualquier página lee lo público, y nada en nombre de quien está conectado aquí.',
  'check.cors.any-with-credentials':
    'Las páginas de cualquier sitio pueden actuar como quien está conectado a este panel. En config/middlewares, en lugar de strapi::cors, escriba:\n{line}',
  'check.cors.unknown':
    'Una función decide, y no pudo consultarse. Compruebe que no acepta páginas desconocidas con credenciales.',
  'check.https': 'HTTPS',
  'check.https.secure': 'Este panel vino por HTTPS.',
  'check.https.local': 'Este panel está en esta máquina. En la red, use HTTPS.',
  'check.https.plain':
    'Sin HTTPS en {host}, contraseñas y conversaciones pueden leerse en el camino, y no hay llamadas. Ponga delante un proxy con certificado.',
  'check.proxies': 'Proxies y dirección vista',
  'check.proxies.direct': 'Sin proxy. Su dirección se ve como {address}.',
  'check.proxies.trusted': 'El proxy es conocido. Su dirección se ve como {address}.',
  'check.proxies.untrusted':
    'Hay un proxy delante y no es conocido: todos los visitantes cuentan como {address}, en límites y bloqueos. Escriba sus direcciones en TRUSTED_PROXIES.',
  'check.proxies.unused':
    'TRUSTED_PROXIES está definido, y esta página vino sin pasar por ellos ({address}). Cierre el camino directo.',
  'check.durability': 'Durabilidad de la base',
  'check.durability.full': 'Lo confirmado está en el disco.',
  'check.durability.weak':
    'La base no guarda lo que confirma (journal {journal}, synchronous {synchronous}). Reinicie el servidor; si sigue, el sistema de archivos no sirve.',
  'check.mail': 'Correo',
  'check.mail.configured': 'Hay un proveedor de correo.',
  'check.mail.none':
    'Sin proveedor de correo, la transcripción por correo no se ofrece. Configure el plugin Email de Strapi.',
  'check.uploads': 'Archivos',
  'check.uploads.ready': 'El proveedor {provider} guarda los adjuntos.',
  'check.uploads.read-only':
    'La carpeta de uploads no puede escribirse: no se acepta ningún adjunto. Dé al servidor el derecho de escribir en ella.',
  'check.media': 'Voz y video',
  'check.media.jitsi': 'Las llamadas pasan por su Jitsi. La autoprueba está en Voz y video.',
  'check.media.turn': 'Un servidor TURN lleva las llamadas entre redes.',
  'check.media.stun':
    'Solo STUN: detrás de redes cerradas las llamadas no conectan. Configure TURN o Jitsi en Voz y video.',
  'check.media.local':
    'Las llamadas solo conectan dentro de una misma red. Configure Jitsi o TURN en Voz y video.',
  'check.time-zone': 'Zona horaria',
  'check.time-zone.always-open': 'Sin horario de atención. El servidor está en {serverTimeZone}.',
  'check.time-zone.set': 'El horario sigue {timeZone}; el servidor está en {serverTimeZone}.',
  'check.time-zone.utc':
    'El horario sigue UTC, el reloj de casi nadie. Elija la zona en Horario de atención.',
  'check.demo': 'Accesos de demostración',
  'check.demo.none': 'No hay ninguno.',
  'check.demo.here':
    '{count} accesos con una contraseña que todos pueden leer. Bórrelos antes de poner este servidor en la red.',
  'check.demo.in-production':
    '{count} accesos con una contraseña que todos pueden leer, en producción. Bórrelos o desactívelos ahora, en Usuarios.',
  'check.versions': 'Versiones',
  'check.versions.supported': 'Strapi {strapi}, Node {node}.',
  'check.versions.too-old':
    'Strapi {strapi} o Node {node} es demasiado antiguo: hacen falta Strapi 5.53 y Node 20.12.',
  'check.disk': 'Espacio en disco',
  'check.disk.room': '{free} GB libres.',
  'check.disk.little': 'Solo {free} GB libres. Libere espacio, o acorte la conservación en Privacidad.',
  'check.disk.full': '{free} GB libres: pronto no se acepta ningún mensaje. Libere espacio ahora.',
  'check.disk.unknown': 'El sistema no dice cuánto espacio hay.',
};
