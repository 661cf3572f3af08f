import type { Core } from '@strapi/strapi';

import type { Mailer } from '../../application/transcripts/mailer';

/** Strapi's fallback provider: it hands e-mails to the machine itself, from where next to none arrives. */
const FALLBACK = 'sendmail';

interface EmailService {
  send(email: Readonly<Record<'to' | 'subject' | 'text' | 'html', string>>): Promise<unknown>;
}

/**
 * Creates a mailer on Strapi's e-mail plugin. It is configured when somebody chose a provider, or states by the plugin's own `canSendMail` that the
 * fallback serves (or, set to false, that no provider may be used for this).
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

/** Returns the value as one line: what ends a header must not be in one, wherever it came from. */
function toLine(value: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  return value.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim();
}
