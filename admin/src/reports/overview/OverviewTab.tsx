import type { Overview } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { useReport } from '../data/useReport';
import { formatDays } from '../format/figures';
import { ReportBody } from '../frame/ReportBody';
import { useReportContext } from '../frame/ReportContext';
import { AllFigures } from './AllFigures';
import { BarList } from './BarList';
import { DayCharts, Pair } from './DayCharts';
import { Headlines } from './Headlines';
import { HeatMap } from './HeatMap';
import { RatingCard } from './RatingCard';

/** The period at a glance [D1]. */
export function OverviewTab() {
  const t = useTexts();
  const locale = useLocale();
  const { query } = useReportContext();
  const report = useReport<Overview>(`/attendance/reports/overview?${query}`);
  return (
    <ReportBody
      report={report}
      note={({ before }) => t('reports.overview.before', { days: formatDays(before, locale) })}
      isEmpty={({ before, figures }) => figures.volume + before.figures.volume === 0}
    >
      {(overview) => (
        <>
          <Headlines figures={overview.figures} before={overview.before} />
          <DayCharts days={overview.days} beside={<RatingCard rating={overview.figures.rating} />} />
          <HeatMap hours={overview.hours} />
          <Pair>
            <BarList
              title={t('reports.measures.origins')}
              measure="origins"
              items={overview.origins.map(({ count, origin }) => ({
                key: origin,
                name: origin,
                count,
                behind: { filters: { origin } },
              }))}
            />
            <BarList
              title={t('reports.measures.tags')}
              measure="tags"
              items={overview.tags.map(({ count, id, name }) => ({
                key: id,
                name,
                count,
                behind: { filters: { tagId: String(id) } },
              }))}
            />
          </Pair>
          <AllFigures {...overview} />
        </>
      )}
    </ReportBody>
  );
}
