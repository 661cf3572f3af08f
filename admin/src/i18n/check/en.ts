import type { CheckTexts } from './pt-BR';

export const enCheck: CheckTexts = {
  'settings.check': 'Check-up',
  'check.intro': 'What a careful installer would look at, as it is now.',
  'check.again': 'Check again',
  'check.summary.good': 'All is well.',
  'check.summary.warning': '{count, plural, one {# point to look at.} other {# points to look at.}}',
  'check.summary.bad':
    '{count, plural, one {# point to mend.} other {# points to look at, and at least one to mend.}}',
  'check.state.good': 'Good',
  'check.state.warning': 'Look',
  'check.state.bad': 'Mend',
  'check.unknown': 'This page has no words for what was found yet. Reload it.',
  'check.origins': 'Addresses of the sites',
  'check.origins.listed': '{count, plural, one {# address} other {# addresses}} may open the widget.',
  'check.origins.none': 'Without an address the widget opens nowhere: {sites}. Write the addresses in Sites.',
  'check.origins.plain': 'Without HTTPS browsers refuse microphone and camera: {origins}.',
  'check.cors': 'CORS',
  'check.cors.listed': 'Only listed pages read what Strapi answers. The widget needs no more.',
  'check.cors.any': 'Any page reads what is public, and nothing on behalf of whoever is signed in here.',
  'check.cors.any-with-credentials':
    'The pages of any site can act as whoever is signed in to this panel. In config/middlewares, in the place of strapi::cors, write:\n{line}',
  'check.cors.unknown':
    'A function decides, and could not be asked. Check that it takes no unknown pages with credentials.',
  'check.https': 'HTTPS',
  'check.https.secure': 'This panel came by HTTPS.',
  'check.https.local': 'This panel is on this machine. On a network, use HTTPS.',
  'check.https.plain':
    'Without HTTPS on {host}, passwords and conversations can be read on their way, and there are no calls. Put a proxy with a certificate in front.',
  'check.proxies': 'Proxies and the address seen',
  'check.proxies.direct': 'No proxy. Your address is seen as {address}.',
  'check.proxies.trusted': 'The proxy is known. Your address is seen as {address}.',
  'check.proxies.untrusted':
    'There is a proxy in front, and it is not known: all visitors count as {address}, in limits and blocks. Write its addresses in TRUSTED_PROXIES.',
  'check.proxies.unused':
    'TRUSTED_PROXIES is set, and this page came past them ({address}). Close the direct way.',
  'check.durability': 'Durability of the database',
  'check.durability.full': 'What is acknowledged is on the disk.',
  'check.durability.weak':
    'The database does not keep what it commits (journal {journal}, synchronous {synchronous}). Restart the server; if it stays, the file system does not serve.',
  'check.mail': 'E-mail',
  'check.mail.configured': 'There is an e-mail provider.',
  'check.mail.none':
    'Without an e-mail provider, transcripts by e-mail are not offered. Configure Strapi’s Email plugin.',
  'check.uploads': 'Files',
  'check.uploads.ready': 'The provider {provider} keeps attachments.',
  'check.uploads.read-only':
    'The folder of uploads cannot be written: no attachment is taken. Let the server write there.',
  'check.media': 'Voice and video',
  'check.media.jitsi': 'Calls go through your Jitsi. Its self-test is in Voice and video.',
  'check.media.turn': 'A TURN server carries calls between networks.',
  'check.media.stun':
    'STUN alone: behind closed networks calls do not connect. Set TURN or Jitsi in Voice and video.',
  'check.media.local': 'Calls connect within one network alone. Set Jitsi or TURN in Voice and video.',
  'check.time-zone': 'Time zone',
  'check.time-zone.always-open': 'Without business hours. The server is in {serverTimeZone}.',
  'check.time-zone.set': 'Business hours follow {timeZone}; the server is in {serverTimeZone}.',
  'check.time-zone.utc':
    'Business hours follow UTC, the clock of next to nobody. Choose the zone in Business hours.',
  'check.demo': 'Demo logins',
  'check.demo.none': 'There are none.',
  'check.demo.here':
    '{count} logins with a password that everybody can read. Delete them before this server is on a network.',
  'check.demo.in-production':
    '{count} logins with a password that everybody can read, in production. Delete or deactivate them now, in Users.',
  'check.versions': 'Versions',
  'check.versions.supported': 'Strapi {strapi}, Node {node}.',
  'check.versions.too-old':
    'Strapi {strapi} or Node {node} is too old: Strapi 5.53 and Node 20.12 are needed.',
  'check.disk': 'Room on the disk',
  'check.disk.room': '{free} GB free.',
  'check.disk.little': 'Only {free} GB free. Make room, or shorten how long things are kept in Privacy.',
  'check.disk.full': '{free} GB free: soon no message is taken. Make room now.',
  'check.disk.unknown': 'The system does not tell how much room there is.',
};
