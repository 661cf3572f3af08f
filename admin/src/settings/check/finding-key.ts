import type { SelfCheckDetail } from '../../../../plugins/attendance/protocol/settings/self-check';
import { en } from '../../i18n/en';
import type { TextKey } from '../../i18n/pt-BR';

/** Returns the text key of a finding; a newer server may have found what this panel has no text for. */
export function findingKey(check: SelfCheckDetail['check'], finding: string): TextKey {
  const key = `settings.check.${check}.${finding}`;
  return key in en ? (key as TextKey) : 'settings.check.unknown';
}
