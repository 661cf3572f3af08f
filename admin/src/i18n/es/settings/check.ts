import type { texts as original } from '../../pt-BR/settings/check';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.check.page': 'Verificación',
  'settings.check.intro': 'Lo que un instalador cuidadoso miraría, como está ahora.',
  'settings.check.again': 'Verificar de nuevo',
  'settings.check.summary.good': 'Todo bien.',
  'settings.check.summary.warning': '{count, plural, one {# punto por mirar.} other {# puntos por mirar.}}',
  'settings.check.summary.bad':
    '{count, plural, one {# punto por corregir.} other {# puntos por mirar, y al menos uno por corregir.}}',
  'settings.check.state.good': 'Bien',
  'settings.check.state.warning': 'Mirar',
  'settings.check.state.bad': 'Corregir',
  'settings.check.unknown': 'Esta página aún no tiene palabras para lo encontrado. Recárguela.',
  'settings.check.origins': 'Direcciones de los sitios',
  'settings.check.origins.listed':
    '{count, plural, one {# dirección puede} other {# direcciones pueden}} abrir el widget.',
  'settings.check.origins.none':
    'Sin dirección, el widget no abre en ningún lugar: {sites}. Escriba las direcciones en Sitios.',
  'settings.check.origins.plain': 'Sin HTTPS el navegador niega micrófono y cámara: {origins}.',
  'settings.check.cors': 'CORS',
  'settings.check.cors.listed':
    'Solo las páginas listadas leen lo que responde Strapi. El widget no necesita más.',
  'settings.check.cors.any':
    'Cualquier página lee lo público, y nada en nombre de quien está conectado aquí.',
  'settings.check.cors.any-with-credentials':
    'Las páginas de cualquier sitio pueden actuar como quien está conectado a este panel. En config/middlewares, en lugar de strapi::cors, escriba:\n{line}',
  'settings.check.cors.unknown':
    'Una función decide, y no pudo consultarse. Compruebe que no acepta páginas desconocidas con credenciales.',
  'settings.check.https': 'HTTPS',
  'settings.check.https.secure': 'Este panel vino por HTTPS.',
  'settings.check.https.local': 'Este panel está en esta máquina. En la red, use HTTPS.',
  'settings.check.https.plain':
    'Sin HTTPS en {host}, contraseñas y conversaciones pueden leerse en el camino, y no hay llamadas. Ponga delante un proxy con certificado.',
  'settings.check.proxies': 'Proxies y dirección vista',
  'settings.check.proxies.direct': 'Sin proxy. Su dirección se ve como {address}.',
  'settings.check.proxies.trusted': 'El proxy es conocido. Su dirección se ve como {address}.',
  'settings.check.proxies.untrusted':
    'Hay un proxy delante y no es conocido: todos los visitantes cuentan como {address}, en límites y bloqueos. Escriba sus direcciones en TRUSTED_PROXIES.',
  'settings.check.proxies.unused':
    'TRUSTED_PROXIES está definido, y esta página vino sin pasar por ellos ({address}). Cierre el camino directo.',
  'settings.check.durability': 'Durabilidad de la base',
  'settings.check.durability.full': 'Lo confirmado está en el disco.',
  'settings.check.durability.weak':
    'La base no guarda lo que confirma (journal {journal}, synchronous {synchronous}). Reinicie el servidor; si sigue, el sistema de archivos no sirve.',
  'settings.check.mail': 'Correo',
  'settings.check.mail.configured': 'Hay un proveedor de correo.',
  'settings.check.mail.none':
    'Sin proveedor de correo, la transcripción por correo no se ofrece. Configure el plugin Email de Strapi.',
  'settings.check.uploads': 'Archivos',
  'settings.check.uploads.ready': 'El proveedor {provider} guarda los adjuntos.',
  'settings.check.uploads.read-only':
    'La carpeta de uploads no puede escribirse: no se acepta ningún adjunto. Dé al servidor el derecho de escribir en ella.',
  'settings.check.media': 'Voz y video',
  'settings.check.media.jitsi': 'Las llamadas pasan por su Jitsi. La autoprueba está en Voz y video.',
  'settings.check.media.turn': 'Un servidor TURN lleva las llamadas entre redes.',
  'settings.check.media.stun':
    'Solo STUN: detrás de redes cerradas las llamadas no conectan. Configure TURN o Jitsi en Voz y video.',
  'settings.check.media.local':
    'Las llamadas solo conectan dentro de una misma red. Configure Jitsi o TURN en Voz y video.',
  'settings.check.time-zone': 'Zona horaria',
  'settings.check.time-zone.always-open': 'Sin horario de atención. El servidor está en {serverTimeZone}.',
  'settings.check.time-zone.set': 'El horario sigue {timeZone}; el servidor está en {serverTimeZone}.',
  'settings.check.time-zone.utc':
    'El horario sigue UTC, el reloj de casi nadie. Elija la zona en Horario de atención.',
  'settings.check.demo': 'Accesos de demostración',
  'settings.check.demo.none': 'No hay ninguno.',
  'settings.check.demo.here':
    '{count} accesos con una contraseña que todos pueden leer. Bórrelos antes de poner este servidor en la red.',
  'settings.check.demo.in-production':
    '{count} accesos con una contraseña que todos pueden leer, en producción. Bórrelos o desactívelos ahora, en Usuarios.',
  'settings.check.versions': 'Versiones',
  'settings.check.versions.supported': 'Strapi {strapi}, Node {node}.',
  'settings.check.versions.too-old':
    'Strapi {strapi} o Node {node} es demasiado antiguo: hacen falta Strapi 5.53 y Node 20.12.',
  'settings.check.disk': 'Espacio en disco',
  'settings.check.disk.room': '{free} GB libres.',
  'settings.check.disk.little':
    'Solo {free} GB libres. Libere espacio, o acorte la conservación en Privacidad.',
  'settings.check.disk.full': '{free} GB libres: pronto no se acepta ningún mensaje. Libere espacio ahora.',
  'settings.check.disk.unknown': 'El sistema no dice cuánto espacio hay.',
};
