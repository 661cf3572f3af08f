import type { texts as original } from '../../pt-BR/settings/check';

export const texts: Readonly<Record<keyof typeof original, string>> = {
  'settings.check.page': 'Check-up',
  'settings.check.intro': 'What a careful installer would look at, as it is now.',
  'settings.check.again': 'Check again',
  'settings.check.summary.good': 'All is well.',
  'settings.check.summary.warning': '{count, plural, one {# point to look at.} other {# points to look at.}}',
  'settings.check.summary.bad':
    '{count, plural, one {# point to mend.} other {# points to look at, and at least one to mend.}}',
  'settings.check.state.good': 'Good',
  'settings.check.state.warning': 'Look',
  'settings.check.state.bad': 'Mend',
  'settings.check.unknown': 'This page has no words for what was found yet. Reload it.',
  'settings.check.origins': 'Addresses of the sites',
  'settings.check.origins.listed':
    '{count, plural, one {# address} other {# addresses}} may open the widget.',
  'settings.check.origins.none':
    'Without an address the widget opens nowhere: {sites}. Write the addresses in Sites.',
  'settings.check.origins.plain': 'Without HTTPS browsers refuse microphone and camera: {origins}.',
  'settings.check.cors': 'CORS',
  'settings.check.cors.listed': 'Only listed pages read what Strapi answers. The widget needs no more.',
  'settings.check.cors.any':
    'Any page reads what is public, and nothing on behalf of whoever is signed in here.',
  'settings.check.cors.any-with-credentials':
    'The pages of any site can act as whoever is signed in to this panel. In config/middlewares, in the place of strapi::cors, write:\n{line}',
  'settings.check.cors.unknown':
    'A function decides, and could not be asked. Check that it takes no unknown pages with credentials.',
  'settings.check.https': 'HTTPS',
  'settings.check.https.secure': 'This panel came by HTTPS.',
  'settings.check.https.local': 'This panel is on this machine. On a network, use HTTPS.',
  'settings.check.https.plain':
    'Without HTTPS on {host}, passwords and conversations can be read on their way, and there are no calls. Put a proxy with a certificate in front.',
  'settings.check.proxies': 'Proxies and the address seen',
  'settings.check.proxies.direct': 'No proxy. Your address is seen as {address}.',
  'settings.check.proxies.trusted': 'The proxy is known. Your address is seen as {address}.',
  'settings.check.proxies.untrusted':
    'There is a proxy in front, and it is not known: all visitors count as {address}, in limits and blocks. Write its addresses in TRUSTED_PROXIES.',
  'settings.check.proxies.unused':
    'TRUSTED_PROXIES is set, and this page came past them ({address}). Close the direct way.',
  'settings.check.durability': 'Durability of the database',
  'settings.check.durability.full': 'What is acknowledged is on the disk.',
  'settings.check.durability.weak':
    'The database does not keep what it commits (journal {journal}, synchronous {synchronous}). Restart the server; if it stays, the file system does not serve.',
  'settings.check.mail': 'E-mail',
  'settings.check.mail.configured': 'There is an e-mail provider.',
  'settings.check.mail.none':
    'Without an e-mail provider, transcripts by e-mail are not offered. Configure Strapi’s Email plugin.',
  'settings.check.uploads': 'Files',
  'settings.check.uploads.ready': 'The provider {provider} keeps attachments.',
  'settings.check.uploads.read-only':
    'The folder of uploads cannot be written: no attachment is taken. Let the server write there.',
  'settings.check.media': 'Voice and video',
  'settings.check.media.jitsi': 'Calls go through your Jitsi. Its self-test is in Voice and video.',
  'settings.check.media.turn': 'A TURN server carries calls between networks.',
  'settings.check.media.stun':
    'STUN alone: behind closed networks calls do not connect. Set TURN or Jitsi in Voice and video.',
  'settings.check.media.local':
    'Calls connect within one network alone. Set Jitsi or TURN in Voice and video.',
  'settings.check.time-zone': 'Time zone',
  'settings.check.time-zone.always-open': 'Without business hours. The server is in {serverTimeZone}.',
  'settings.check.time-zone.set': 'Business hours follow {timeZone}; the server is in {serverTimeZone}.',
  'settings.check.time-zone.utc':
    'Business hours follow UTC, the clock of next to nobody. Choose the zone in Business hours.',
  'settings.check.demo': 'Demo logins',
  'settings.check.demo.none': 'There are none.',
  'settings.check.demo.here':
    '{count} logins with a password that everybody can read. Delete them before this server is on a network.',
  'settings.check.demo.in-production':
    '{count} logins with a password that everybody can read, in production. Delete or deactivate them now, in Users.',
  'settings.check.versions': 'Versions',
  'settings.check.versions.supported': 'Strapi {strapi}, Node {node}.',
  'settings.check.versions.too-old':
    'Strapi {strapi} or Node {node} is too old: Strapi 5.53 and Node 20.12 are needed.',
  'settings.check.disk': 'Room on the disk',
  'settings.check.disk.room': '{free} GB free.',
  'settings.check.disk.little':
    'Only {free} GB free. Make room, or shorten how long things are kept in Privacy.',
  'settings.check.disk.full': '{free} GB free: soon no message is taken. Make room now.',
  'settings.check.disk.unknown': 'The system does not tell how much room there is.',
};
