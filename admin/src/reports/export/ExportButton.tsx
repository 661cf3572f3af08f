import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';

import { useTexts } from '../../i18n/useTexts';
import { PERMISSION } from '../../strapi/plugin-id';
import type { Tab } from '../address/drill';
import { ExportDialog } from './ExportDialog';

/** Opens the export, for those who may. */
export function ExportButton({ tab }: { readonly tab: Tab }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const mayExport = useAuth('AttendanceReports', ({ permissions }) =>
    permissions.some(({ action }) => action === PERMISSION.exportReports.action),
  );
  if (!mayExport || tab === 'own-day') return null;
  return (
    <>
      <Button variant="secondary" startIcon={<Download aria-hidden />} onClick={() => setOpen(true)}>
        {t('reports.export.action')}
      </Button>
      {isOpen && <ExportDialog tab={tab} onClose={() => setOpen(false)} />}
    </>
  );
}
