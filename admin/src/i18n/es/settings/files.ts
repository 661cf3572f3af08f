import type { texts as original } from '../../pt-BR/settings/files';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.files.page': 'Adjuntos',
  'settings.files.intro':
    'Archivos que clientes y agentes pueden intercambiar en las conversaciones, en todos los sitios.',
  'settings.files.who': 'Quién puede enviar',
  'settings.files.visitors': 'Los clientes envían archivos',
  'settings.files.visitors.hint':
    'Desactivado, el botón desaparece del widget al instante, también en las conversaciones abiertas.',
  'settings.files.agents': 'Los agentes envían archivos',
  'settings.files.agents.hint': 'Lo que ya se envió sigue disponible para quien puede leer la conversación.',
  'settings.files.what': 'Qué se puede enviar',
  'settings.files.what.hint':
    'El contenido de cada archivo se revisa en el servidor. Programas, páginas e imágenes SVG siempre se rechazan.',
  'settings.files.kinds': 'Tipos de archivo',
  'settings.files.kind.image': 'Imágenes (PNG, JPEG, GIF, WebP)',
  'settings.files.kind.pdf': 'PDF',
  'settings.files.kind.text': 'Texto (TXT, CSV, JSON y otros)',
  'settings.files.kind.office': 'Documentos, hojas de cálculo y presentaciones',
  'settings.files.kind.audio': 'Audio (MP3, OGG, WAV, M4A, WebM)',
  'settings.files.kinds.none': 'Sin ningún tipo marcado, nadie envía archivos.',
  'settings.files.size': 'Tamaño máximo de cada archivo',
  'settings.files.size.hint': 'Un mensaje lleva hasta {count} archivos.',
  'settings.files.room': 'Espacio',
  'settings.files.quota': 'Espacio para todos los archivos',
  'settings.files.quota.hint':
    'Vale para toda la instalación. Lleno, no se acepta ningún archivo nuevo; los ya enviados se quedan.',
  'settings.files.used': 'En uso: {used} de {quota} ({share}).',
  'settings.files.near': 'Casi lleno. Da más espacio o guarda las conversaciones menos tiempo (Privacidad).',
  'settings.files.full':
    'Lleno: no se acepta ningún archivo nuevo. Da más espacio o guarda las conversaciones menos tiempo (Privacidad).',
};
