import { useState } from 'react';
import { Flex } from '@strapi/design-system';

import type { Form } from '../../../../plugins/attendance/protocol/settings/form';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import { LanguageTabs } from '../parts/LanguageTabs';
import { SwitchRow } from '../parts/SwitchRow';
import { PreviewPane } from '../preview/PreviewPane';
import { SplitView } from '../preview/SplitView';
import { SiteEditorFrame, SitePage, type SitePageContext } from '../chosen-site/SitePage';
import { useSiteDraft } from '../chosen-site/site-draft';
import { ConsentPanel } from './ConsentPanel';
import { FieldsPanel } from './FieldsPanel';

const VIEWS = ['home'] as const;

/** Settings page of the form before the attendance, with the widget's own form beside it [F2]. */
export function FormPage() {
  const t = useTexts();
  return (
    <SitePage title={t('settings.form.page')}>
      {(context) => <FormEditor key={context.site.id} {...context} />}
    </SitePage>
  );
}

function FormEditor({ site, ...context }: SitePageContext) {
  const t = useTexts();
  const draft = useSiteDraft(site);
  const { change, value } = draft.edited;
  const [chosenLocale, setLocale] = useState(site.defaultLocale);
  const locale = value.languages.includes(chosenLocale) ? chosenLocale : value.defaultLocale;
  const set = (part: Partial<Form>): void => change({ form: { ...value.form, ...part } });
  return (
    <SiteEditorFrame title={t('settings.form.page')} context={context} draft={draft}>
      <SplitView
        preview={
          <PreviewPane
            site={value}
            views={VIEWS}
            view="home"
            onView={() => undefined}
            locale={locale}
            onLocale={setLocale}
          />
        }
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Panel
            title={t('settings.form.title')}
            action={
              <LanguageTabs
                languages={value.languages}
                defaultLocale={value.defaultLocale}
                value={locale}
                onChange={setLocale}
              />
            }
          >
            <SwitchRow
              label={t('settings.form.on')}
              hint={t(value.form.isOn ? 'settings.form.on.hint' : 'settings.form.off.hint')}
              isOn={value.form.isOn}
              onChange={(isOn) => set({ isOn })}
            />
          </Panel>
          <FieldsPanel
            site={value}
            problems={draft.problems}
            hasTried={draft.hasTried}
            tries={draft.tries}
            locale={locale}
            onChange={(fields) => set({ fields: [...fields] })}
          />
          <ConsentPanel
            site={value}
            storedVersion={draft.edited.stored.form.consent.version}
            problems={draft.problems}
            locale={locale}
            onChange={(consent) => set({ consent })}
          />
        </Flex>
      </SplitView>
    </SiteEditorFrame>
  );
}
