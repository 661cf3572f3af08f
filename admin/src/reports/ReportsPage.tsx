import { Flex, IconButton, Loader } from '@strapi/design-system';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';

import type { ReportChoices } from '../../../plugins/attendance/protocol/reports/reports';
import { useTexts } from '../i18n/useTexts';
import { PrintIcon } from '../print/PrintIcon';
import { PERMISSION } from '../strapi/plugin-id';
import { useInputMethod } from '../ui/useInputMethod';
import { TABS, type Tab } from './address/drill';
import { useNewDay } from './data/useNewDay';
import { useAnswer } from './data/useReport';
import { ExportButton } from './export/ExportButton';
import { FilterBar } from './filters/FilterBar';
import { PrintedReport } from './frame/PrintedReport';
import { FailedReport } from './frame/ReportBody';
import { ReportProvider } from './frame/ReportContext';
import { ReportTabs } from './frame/ReportTabs';
import { InteractionsTab } from './interactions/InteractionsTab';
import { OverviewTab } from './overview/OverviewTab';
import { OwnDayFigures } from './OwnDayFigures';
import { AgentsTab } from './tables/AgentsTab';
import { GroupsTab } from './tables/GroupsTab';

/** The page "Relatórios" [D1, D2]. */
export function ReportsPage() {
  const t = useTexts();
  useInputMethod();
  return (
    <Page.Protect permissions={[{ ...PERMISSION.reports }]}>
      <Page.Title>{t('reports.frame.title')}</Page.Title>
      <PrintedReport>
        <LoadedReports />
      </PrintedReport>
    </Page.Protect>
  );
}

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  padding-bottom: 40px;
`;

function LoadedReports() {
  const t = useTexts();
  const { data, failure, reload, retry } = useAnswer<ReportChoices>('/attendance/reports/choices');
  useNewDay(data, reload);
  const tab = useTab();
  const tabs = useOwnTabs();
  if (failure !== null)
    return (
      <Page.Main>
        <Layouts.Header title={t('reports.frame.title')} />
        <FailedReport text={t(`ui.error.${failure}`)} onRetry={retry} />
      </Page.Main>
    );
  if (data === null)
    return (
      <Page.Main>
        <Layouts.Header title={t('reports.frame.title')} />
        <Flex justifyContent="center" padding={10}>
          <Loader>{t('reports.frame.loading')}</Loader>
        </Flex>
      </Page.Main>
    );
  return (
    <ReportProvider choices={data}>
      <Page.Main>
        <Layouts.Header
          title={t('reports.frame.title')}
          primaryAction={
            <Flex gap={2} data-no-print>
              <IconButton
                variant="tertiary"
                size="L"
                label={t('reports.frame.print')}
                onClick={() => window.print()}
              >
                <PrintIcon />
              </IconButton>
              <ExportButton tab={tab} />
            </Flex>
          }
        />
        <Layouts.Content>
          <Body>
            <ReportTabs tabs={tabs} />
            {tab !== 'own-day' && <FilterBar />}
            <Routes>
              <Route path="overview" element={<OverviewTab />} />
              <Route path="agents" element={<AgentsTab />} />
              <Route path="departments" element={<GroupsTab key="departments" grouping="departments" />} />
              <Route path="sites" element={<GroupsTab key="sites" grouping="sites" />} />
              <Route path="interactions" element={<InteractionsTab />} />
              <Route path="own-day" element={<OwnDayFigures />} />
              <Route path="*" element={<ToOverview />} />
            </Routes>
          </Body>
        </Layouts.Content>
      </Page.Main>
    </ReportProvider>
  );
}

/** Leads to the first tab, with the filters of the address. */
function ToOverview() {
  const { search } = useLocation();
  return <Navigate to={{ pathname: 'overview', search }} replace />;
}

function useTab(): Tab {
  const last = useLocation().pathname.split('/').at(-1);
  return TABS.find((tab) => tab === last) ?? 'overview';
}

/** Returns the tabs of the user: a day of one's own has who attends. */
function useOwnTabs(): readonly Tab[] {
  const mayAttend = useAuth('AttendanceReports', ({ permissions }) =>
    permissions.some(({ action }) => action === PERMISSION.attend.action),
  );
  return TABS.filter((tab) => tab !== 'own-day' || mayAttend);
}
