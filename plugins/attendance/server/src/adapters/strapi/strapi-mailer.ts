import type { Core } from '@strapi/strapi';

import type { Mailer } from '../../application/transcripts/mailer';

/** What Strapi falls back to: it hands letters to the machine itself, from where next to none arrives. */
const FALLBACK = 'sendmail';

interface EmailService {
  send(letter: Readonly<Record<'to' | 'subject' | 'text' | 'html', string>>): Promise<unknown>;
}

/**
 * Letters by Strapi's e-mail plugin: configured means that somebody chose a provider, or says by the plugin's own
 * `canSendMail` that the fallback serves (or, set to false, that no provider may be used for this).
 */
export function createStrapiMailer(strapi: Core.Strapi): Mailer {
  return {
    isConfigured: () => {
      const said = strapi.config.get<boolean | undefined>('plugin::attendance.canSendMail');
      if (typeof said === 'boolean') return said;
      const provider = strapi.config.get<string | undefined>('plugin::email.provider');
      return provider !== undefined && provider !== FALLBACK;
    },
    send: async ({ html, subject, text, to }) => {
      const service = strapi.plugin('email').service('email') as EmailService;
      await service.send({ to: toLine(to), subject: toLine(subject), text, html });
    },
  };
}

/** What ends a header must not stand in one, wherever it came from. */
function toLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  return value.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim();
}
