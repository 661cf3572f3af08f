import { Layouts, Page } from '@strapi/strapi/admin';

import { useTexts } from '../i18n/useTexts';
import { PERMISSION } from '../strapi/plugin-id';
import { PrintedReport } from './frame/PrintedReport';
import { OwnDayFigures } from './OwnDayFigures';

/** The page "Meu dia": an agent's own figures, without the right to reports. */
export function OwnDayPage() {
  const t = useTexts();
  return (
    <Page.Protect permissions={[{ ...PERMISSION.attend }]}>
      <Page.Title>{t('reports.frame.tab.own-day')}</Page.Title>
      <PrintedReport>
        <Page.Main>
          <Layouts.Header title={t('reports.frame.tab.own-day')} subtitle={t('reports.frame.ownDay.intro')} />
          <Layouts.Content>
            <OwnDayFigures />
          </Layouts.Content>
        </Page.Main>
      </PrintedReport>
    </Page.Protect>
  );
}
