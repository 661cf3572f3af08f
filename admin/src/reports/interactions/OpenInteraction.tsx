import { TextButton } from '@strapi/design-system';

import type {
  ReportInteraction,
  ReportInteractions,
} from '../../../../plugins/attendance/protocol/reports/reports';
import { useTexts } from '../../i18n/useTexts';
import { useAnswer } from '../data/useReport';
import { Remark } from '../frame/Remark';
import { InteractionDialog } from './InteractionDialog';
import { useAllColumns } from './useAllColumns';

interface OpenInteractionProps {
  readonly list: ReportInteractions;
  /** Whether the list is on its way, and may have the interaction then. */
  readonly isLoading: boolean;
  /** Id in the address. */
  readonly id: string;
  readonly onClose: () => void;
}

/** The interaction that the address names: of the page of the list, else fetched by itself, for a bookmark outlives its page [Z165]. */
export function OpenInteraction({ id, isLoading, list, onClose }: OpenInteractionProps) {
  const row = list.rows.find((each) => String(each.id) === id);
  if (row !== undefined) return <Dialog row={row} list={list} onClose={onClose} />;
  return isLoading ? null : <FetchedInteraction key={id} list={list} id={id} onClose={onClose} />;
}

function FetchedInteraction({ id, list, onClose }: Omit<OpenInteractionProps, 'isLoading'>) {
  const t = useTexts();
  const path = `/attendance/reports/interactions/${encodeURIComponent(id)}`;
  const { data, failure, retry } = useAnswer<ReportInteraction>(path);
  if (data !== null) return <Dialog row={data} list={list} onClose={onClose} />;
  if (failure === null) return null;
  const isGone = failure === 'not_found' || failure === 'bad_request';
  return (
    <Remark role="status">
      {isGone
        ? t('reports.interactions.missing')
        : `${t('reports.frame.failed')} ${t(`ui.error.${failure}`)}`}
      <span>
        {!isGone && <TextButton onClick={retry}>{t('ui.retry')}</TextButton>}
        <TextButton onClick={onClose}>{t('reports.interactions.missing.close')}</TextButton>
      </span>
    </Remark>
  );
}

interface DialogProps {
  readonly row: ReportInteraction;
  readonly list: ReportInteractions;
  readonly onClose: () => void;
}

function Dialog({ list, onClose, row }: DialogProps) {
  const columns = useAllColumns(list);
  return <InteractionDialog row={row} columns={columns} timeZone={list.scope.timeZone} onClose={onClose} />;
}
