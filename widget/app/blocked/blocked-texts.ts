import type { Locale } from '../../../plugins/attendance/protocol/shared/choices';

interface BlockedTexts {
  readonly title: string;
  readonly until: (when: string) => string;
  readonly forEver: string;
  readonly elsewhere: string;
}

/** The texts of the blocked screen in each language: so few that they come with the view instead of a file for each language. */
export const BLOCKED_TEXTS: Readonly<Record<Locale, BlockedTexts>> = {
  'pt-BR': {
    title: 'Você não pode escrever por aqui agora',
    until: (when) => `A equipe bloqueou este atendimento até ${when}.`,
    forEver: 'A equipe bloqueou este atendimento.',
    elsewhere: 'Se acha que é um engano, procure a empresa por outro canal.',
  },
  en: {
    title: 'You cannot write here now',
    until: (when) => `The team has blocked this until ${when}.`,
    forEver: 'The team has blocked this.',
    elsewhere: 'If you think this is a mistake, please contact the company another way.',
  },
  es: {
    title: 'Ahora no puedes escribir por aquí',
    until: (when) => `El equipo bloqueó esta atención hasta el ${when}.`,
    forEver: 'El equipo bloqueó esta atención.',
    elsewhere: 'Si crees que es un error, contacta a la empresa por otro medio.',
  },
};
