import { useIntl } from 'react-intl';

import { agentLines as en } from '../../../plugins/attendance/protocol/lines/en';
import { agentLines as es } from '../../../plugins/attendance/protocol/lines/es';
import type { AgentLineTexts } from '../../../plugins/attendance/protocol/lines/line-texts';
import { agentLines as ptBR } from '../../../plugins/attendance/protocol/lines/pt-BR';
import { LOCALES, type Locale } from '../../../plugins/attendance/protocol/shared/choices';

const LINES: Readonly<Record<Locale, AgentLineTexts>> = { 'pt-BR': ptBR, en, es };

/** Returns the texts of system lines in the admin panel's language; in English where Strapi offers a language that we lack. */
export function useLineTexts(): AgentLineTexts {
  const { locale } = useIntl();
  return LINES[LOCALES.find((own) => own === locale) ?? 'en'];
}
