import type { Appearance } from '../../../../plugins/attendance/protocol/settings/appearance';
import type { PreviewView } from '../../../../plugins/attendance/protocol/rules/preview';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import type { Problems } from '../parts/problems';

/** Props of each panel of the appearance. */
export interface AppearancePanelProps {
  readonly site: SiteSettings;
  readonly problems: Problems;
  readonly hasTried: boolean;
  /** Language in which texts are written, and which the preview uses. */
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
  /** Shows in the preview the view of what is being changed. */
  readonly onShow: (view: PreviewView) => void;
  readonly onChange: (part: Partial<SiteSettings>) => void;
  readonly onAppearance: (part: Partial<Appearance>) => void;
}
