import type { ReactNode } from 'react';
import { Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { ReportScope } from '../../../../plugins/attendance/protocol/reports/reports';
import { useTexts } from '../../i18n/useTexts';
import type { Report } from '../data/useReport';
import { Remark } from './Remark';
import { ScopeNote } from './ScopeNote';

/** What was read for other filters, while the answer to these is on its way. */
const Body = styled.div<{ $isStale: boolean }>`
  display: flex;
  flex-direction: column;
  gap: 20px;
  transition: opacity 150ms;
  opacity: ${({ $isStale }) => ($isStale ? 0.55 : 1)};
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

interface ReportBodyProps<Data> {
  readonly report: Report<Data>;
  readonly isEmpty: (data: Data) => boolean;
  /** What is said of the report beside its days. */
  readonly note?: (data: Data) => string;
  readonly children: (data: Data) => ReactNode;
}

/** A report in each of its states: on its way, failed, without anything, and there. */
export function ReportBody<Data extends { readonly scope: ReportScope }>({
  children,
  isEmpty,
  note,
  report,
}: ReportBodyProps<Data>) {
  const t = useTexts();
  const { data, failure, isLoading, retry } = report;
  if (failure !== null) return <FailedReport text={t(`ui.error.${failure}`)} onRetry={retry} />;
  if (data === null)
    return (
      <Flex justifyContent="center" padding={10}>
        <Loader>{t('reports.frame.loading')}</Loader>
      </Flex>
    );
  return (
    <Body aria-busy={isLoading} $isStale={isLoading && data.scope.unread === 0}>
      <ScopeNote scope={data.scope} note={note?.(data)} />
      {data.scope.unread > 0 && (
        <Remark role="status">{t('reports.frame.unread', { count: data.scope.unread })}</Remark>
      )}
      {isEmpty(data) ? <EmptyStateLayout content={t('reports.frame.empty')} /> : children(data)}
    </Body>
  );
}

interface FailedReportProps {
  readonly text: string;
  readonly onRetry: () => void;
}

/** A report that could not be read, and the way to try again. */
export function FailedReport({ onRetry, text }: FailedReportProps) {
  const t = useTexts();
  return (
    <div role="alert">
      <EmptyStateLayout
        content={`${t('reports.frame.failed')} ${text}`}
        action={
          <Button variant="secondary" onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        }
      />
    </div>
  );
}
