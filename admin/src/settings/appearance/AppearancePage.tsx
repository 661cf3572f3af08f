import { useState } from 'react';
import { Flex } from '@strapi/design-system';

import { PREVIEW_VIEWS, type PreviewView } from '../../../../plugins/attendance/protocol/rules/preview';
import { useTexts } from '../../i18n/useTexts';
import { PreviewPane } from '../preview/PreviewPane';
import { SplitView } from '../preview/SplitView';
import { SiteEditorFrame, SitePage, type SitePageContext } from '../chosen-site/SitePage';
import { useSiteDraft } from '../chosen-site/site-draft';
import { BrandPanel } from './BrandPanel';
import { ChannelsPanel } from './ChannelsPanel';
import { EndPanel } from './EndPanel';
import { LauncherPanel } from './LauncherPanel';
import type { AppearancePanelProps } from './appearance-panel';
import { PagesPanel } from './PagesPanel';
import { TextsPanel } from './TextsPanel';
import { TriggersPanel } from './TriggersPanel';

/** Settings page of the widget's look and texts, with the widget itself beside it [F1]. */
export function AppearancePage() {
  const t = useTexts();
  return (
    <SitePage title={t('settings.appearance.page')}>
      {(context) => <AppearanceEditor key={context.site.id} {...context} />}
    </SitePage>
  );
}

function AppearanceEditor({ site, ...context }: SitePageContext) {
  const t = useTexts();
  const draft = useSiteDraft(site);
  const { change, value } = draft.edited;
  const [view, setView] = useState<PreviewView>('launcher');
  const [chosenLocale, setLocale] = useState(site.defaultLocale);
  // The language being edited may have been removed on another page.
  const locale = value.languages.includes(chosenLocale) ? chosenLocale : value.defaultLocale;
  const panel: AppearancePanelProps = {
    site: value,
    problems: draft.problems,
    hasTried: draft.hasTried,
    locale,
    onLocale: setLocale,
    onShow: setView,
    onChange: change,
    onAppearance: (part) => change({ appearance: { ...value.appearance, ...part } }),
  };
  return (
    <SiteEditorFrame title={t('settings.appearance.page')} context={context} draft={draft}>
      <SplitView
        preview={
          <PreviewPane
            site={value}
            views={PREVIEW_VIEWS}
            view={view}
            onView={setView}
            locale={locale}
            onLocale={setLocale}
          />
        }
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <BrandPanel {...panel} />
          <LauncherPanel {...panel} />
          <PagesPanel {...panel} />
          <ChannelsPanel {...panel} />
          <TextsPanel {...panel} />
          <TriggersPanel {...panel} />
          <EndPanel {...panel} />
        </Flex>
      </SplitView>
    </SiteEditorFrame>
  );
}
