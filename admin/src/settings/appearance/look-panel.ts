import type { Appearance } from '../../../../plugins/attendance/protocol/settings/appearance';
import type { PreviewView } from '../../../../plugins/attendance/protocol/rules/preview';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import type { Problems } from '../parts/problems';

/** What each part of the appearance is given. */
export interface LookPanelProps {
  readonly site: SiteSettings;
  readonly problems: Problems;
  readonly hasTried: boolean;
  /** In which texts are written, and the preview speaks. */
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  /** Brings into the preview what is being changed. */
  readonly onShow: (view: PreviewView) => void;
  readonly onChange: (part: Partial<SiteSettings>) => void;
  readonly onLook: (part: Partial<Appearance>) => void;
}
