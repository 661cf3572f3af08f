import { useState } from 'react';
import { Button, Flex, Modal, ProgressBar, Radio, Typography } from '@strapi/design-system';

import { useLocale, useTexts } from '../../i18n/useTexts';
import type { ReportExport } from '../../../../plugins/attendance/protocol/reports/report-filter';
import { periodOf } from '../address/address';
import type { Tab } from '../address/drill';
import { formatCount } from '../format/figures';
import { useReportContext } from '../frame/ReportContext';
import { exportName, exportPath, TABLE_OF, type ExportChoice } from './export-query';
import type { ExportProgress } from './run-export';
import { useExport, type ExportState } from './useExport';

const FORMATS = ['csv', 'jsonl'] as const;

interface ExportDialogProps {
  readonly tab: Tab;
  readonly onClose: () => void;
}

/** Export of the table on screen, or of everything behind it, by the filters in force [D2]. */
export function ExportDialog({ onClose, tab }: ExportDialogProps) {
  const t = useTexts();
  const locale = useLocale();
  const { address, choices } = useReportContext();
  const tables = [...new Set([TABLE_OF[tab] ?? 'interactions', 'interactions'] as const)];
  const [choice, setChoice] = useState<ExportChoice>({ table: tables[0] ?? 'interactions', format: 'csv' });
  const { cancel, start, status } = useExport();
  const isRunning = status.state === 'running';
  const run = (): void => {
    const name = exportName(
      t(`reports.export.file.${choice.table}`),
      periodOf(address, choices.today),
      choice.format,
    );
    void start(exportPath(address, choice, { locale, today: choices.today }), name, choice.format);
  };
  const close = (): void => {
    cancel();
    onClose();
  };
  return (
    // A long export is not lost by a press beside the dialog: its own button stops it.
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && !isRunning && close()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('reports.export.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography textColor="neutral600">{t('reports.export.intro')}</Typography>
            <Choices
              label={t('reports.export.what')}
              value={choice.table}
              options={tables.map((value) => ({ value, label: t(`reports.export.table.${value}`) }))}
              isDisabled={isRunning}
              onChange={(table) => setChoice({ ...choice, table })}
            />
            <Choices
              label={t('reports.export.format')}
              value={choice.format}
              options={FORMATS.map((value) => ({ value, label: t(`reports.export.format.${value}`) }))}
              isDisabled={isRunning}
              onChange={(format) => setChoice({ ...choice, format })}
            />
            <Progress status={status} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={isRunning ? cancel : close}>
            {t(isRunning ? 'reports.export.cancel' : 'reports.export.close')}
          </Button>
          <Button loading={isRunning} onClick={run}>
            {t('reports.export.start')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly isDisabled: boolean;
  readonly onChange: (value: Value) => void;
}

function Choices<Value extends ReportExport | ExportChoice['format']>({
  isDisabled,
  label,
  onChange,
  options,
  value,
}: ChoicesProps<Value>) {
  return (
    <Flex tag="fieldset" direction="column" alignItems="flex-start" gap={3} padding={0} borderStyle="none">
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Radio.Group
        aria-label={label}
        disabled={isDisabled}
        value={value}
        onValueChange={(next) => {
          const option = options.find((each) => each.value === next);
          if (option !== undefined) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <Radio.Item key={option.value} value={option.value}>
            {option.label}
          </Radio.Item>
        ))}
      </Radio.Group>
    </Flex>
  );
}

function Progress({ status }: { readonly status: ExportState }) {
  const t = useTexts();
  const isOver = status.state !== 'idle' && status.state !== 'running';
  return (
    <>
      {status.state === 'running' && <Running rows={status.rows} total={status.total} />}
      {/* There before its text: what is said is heard only in a place that was known. */}
      <Typography role="status">
        {isOver && t(`reports.export.${status.state}`, { count: status.rows })}
      </Typography>
    </>
  );
}

function Running({ rows, total }: ExportProgress) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {total !== null && (
        <ProgressBar
          aria-label={t('reports.export.title')}
          value={total === 0 ? 0 : Math.round((100 * rows) / total)}
        />
      )}
      <Typography>
        {total === null
          ? t('reports.export.rows', { count: rows })
          : t('reports.export.rowsOf', { rows: formatCount(rows, locale), total })}
      </Typography>
    </Flex>
  );
}
