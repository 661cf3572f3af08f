import type { Refused } from '../../realtime/supervision-commands';
import type { Translate } from '../../i18n/useTexts';

/** Returns why something was refused, in words: the obstacle where the server names one, else what the code says. */
export function refusalText({ code, obstacle }: NonNullable<Refused>, t: Translate): string {
  return obstacle === undefined ? t(`ui.error.${code}`) : t(`supervision.follow.obstacle.${obstacle}`);
}
