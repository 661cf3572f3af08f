import { PAGE_CHOICES, type PageRules } from '../../../../plugins/attendance/protocol/settings/appearance';
import { useTexts } from '../../i18n/useTexts';
import { LinesField } from '../fields';
import { Panel } from '../Panel';
import { isWrongWithin } from '../parts/problems';
import { Segments } from '../parts/Segments';
import type { AppearancePanelProps } from './appearance-panel';

const MOST_PATTERNS = 20;
const PLACE = 'appearance.pages.patterns';

/** Settings of the site's pages on which the button is shown [Z138]. */
export function PagesPanel({ hasTried, onAppearance, onShow, problems, site }: AppearancePanelProps) {
  const t = useTexts();
  const { pages } = site.appearance;
  const set = (part: Partial<PageRules>): void => onAppearance({ pages: { ...pages, ...part } });
  const fault = (): string | undefined => {
    if (!isWrongWithin(problems, PLACE)) return undefined;
    switch (problems.get(PLACE)) {
      case undefined:
        return t('settings.appearance.pages.invalid');
      case 'too_big':
        return t('settings.appearance.pages.tooMany', { most: MOST_PATTERNS });
      default:
        // Right after the choice there was no time to write a pattern.
        return hasTried ? t('settings.appearance.pages.none') : undefined;
    }
  };
  return (
    <div onFocus={() => onShow('launcher')}>
      <Panel title={t('settings.appearance.where')} hint={t('settings.appearance.where.hint')}>
        <Segments
          label={t('settings.appearance.pages')}
          options={PAGE_CHOICES.map((value) => ({ value, label: t(`settings.appearance.pages.${value}`) }))}
          value={pages.choice}
          onChange={(choice) => set({ choice })}
        />
        {pages.choice !== 'every' && (
          <LinesField
            label={t('settings.appearance.pages.patterns')}
            hint={t('settings.appearance.pages.patterns.hint')}
            error={fault()}
            value={pages.patterns}
            onChange={(patterns) => set({ patterns: [...patterns] })}
          />
        )}
      </Panel>
    </div>
  );
}
