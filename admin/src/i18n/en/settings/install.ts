import type { texts as original } from '../../pt-BR/settings/install';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.install.snippet.hint': 'Paste this line at the end of the body of every page of the site.',
  'settings.install.snippet.copy': 'Copy',
  'settings.install.snippet.copied': 'Copied',
  'settings.install.page': 'Installation',

  'settings.install.line': 'Install line',
  'settings.install.locale': 'Fixed language',
  'settings.install.locale.hint': 'Adds data-locale to the line.',
  'settings.install.locale.any': 'The browser’s',
  'settings.install.department': 'Department',
  'settings.install.department.hint': 'Adds data-department to the line.',
  'settings.install.department.any': 'The site’s default',
  'settings.install.sightings': 'Where it was seen',
  'settings.install.sightings.hint': 'Each allowed address, and when a page of it last asked for the widget.',
  'settings.install.again': 'Check again',
  'settings.install.asked': 'Checked {age}.',
  'settings.install.seen': 'Seen {age}',
  'settings.install.unseen': 'Not seen yet',
  'settings.install.unlisted': 'Asked for, and not shown',
  'settings.install.unlisted.hint':
    'Pages of these addresses have the line, and show no button, for the site does not list them. If they are yours, allow them.',
  'settings.install.unlisted.asked': 'Asked {age}',
  'settings.install.unlisted.allow': 'Allow {origin}',
  'settings.install.policy': 'Security policy (CSP)',
  'settings.install.policy.hint': 'Only if the site sends a Content-Security-Policy header: add this to it.',
  'settings.install.policy.more':
    'Nothing is inlined in the page: no unsafe-inline and no nonce is needed, and Trusted Types may be demanded.',
};
