import { PAGE_CHOICES, type PageRules } from '../../../../plugins/attendance/protocol/appearance';
import { useTexts } from '../../i18n/useTexts';
import { LinesField } from '../fields';
import { Panel } from '../Panel';
import { isWrongWithin } from '../parts/problems';
import { Segments } from '../parts/Segments';
import type { LookPanelProps } from './look-panel';

const MOST_PATTERNS = 20;
const PLACE = 'appearance.pages.patterns';

/** On which pages of the site the button stands [Z138]. */
export function PagesPanel({ hasTried, onLook, onShow, problems, site }: LookPanelProps) {
  const t = useTexts();
  const { pages } = site.appearance;
  const set = (part: Partial<PageRules>): void => onLook({ pages: { ...pages, ...part } });
  const fault = (): string | undefined => {
    if (!isWrongWithin(problems, PLACE)) return undefined;
    switch (problems.get(PLACE)) {
      case undefined:
        return t('look.pages.invalid');
      case 'too_big':
        return t('look.pages.tooMany', { most: MOST_PATTERNS });
      default:
        // Who has only just chosen has not had the time to write one.
        return hasTried ? t('look.pages.none') : undefined;
    }
  };
  return (
    <div onFocus={() => onShow('launcher')}>
      <Panel title={t('look.where')} hint={t('look.where.hint')}>
        <Segments
          label={t('look.pages')}
          options={PAGE_CHOICES.map((value) => ({ value, label: t(`look.pages.${value}`) }))}
          value={pages.choice}
          onChange={(choice) => set({ choice })}
        />
        {pages.choice !== 'every' && (
          <LinesField
            label={t('look.pages.patterns')}
            hint={t('look.pages.patterns.hint')}
            error={fault()}
            value={pages.patterns}
            onChange={(patterns) => set({ patterns: [...patterns] })}
          />
        )}
      </Panel>
    </div>
  );
}
