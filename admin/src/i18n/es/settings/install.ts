import type { texts as original } from '../../pt-BR/settings/install';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.install.snippet.hint': 'Pega esta línea al final del cuerpo de cada página del sitio.',
  'settings.install.snippet.copy': 'Copiar',
  'settings.install.snippet.copied': 'Copiado',
  'settings.install.page': 'Instalación',

  'settings.install.line': 'Línea de instalación',
  'settings.install.locale': 'Idioma fijo',
  'settings.install.locale.hint': 'Añade data-locale a la línea.',
  'settings.install.locale.any': 'El del navegador',
  'settings.install.department': 'Departamento',
  'settings.install.department.hint': 'Añade data-department a la línea.',
  'settings.install.department.any': 'El predeterminado del sitio',
  'settings.install.sightings': 'Dónde se vio',
  'settings.install.sightings.hint':
    'Cada dirección permitida, y cuándo una página suya pidió el widget por última vez.',
  'settings.install.again': 'Comprobar de nuevo',
  'settings.install.asked': 'Comprobado {age}.',
  'settings.install.seen': 'Visto {age}',
  'settings.install.unseen': 'Aún no visto',
  'settings.install.unlisted': 'Pedido y no mostrado',
  'settings.install.unlisted.hint':
    'Las páginas de estas direcciones tienen la línea y no muestran ningún botón, porque no están en la lista del sitio. Si son tuyas, permítelas.',
  'settings.install.unlisted.asked': 'Pedido {age}',
  'settings.install.unlisted.allow': 'Permitir {origin}',
  'settings.install.policy': 'Política de seguridad (CSP)',
  'settings.install.policy.hint':
    'Solo si el sitio manda una cabecera Content-Security-Policy: añádele esto.',
  'settings.install.policy.more':
    'Nada va incrustado en la página: no hacen falta unsafe-inline ni nonce, y se puede exigir Trusted Types.',
};
