import type { AuditAction } from '../../../protocol/settings/audit';

const NAMES = ['overview', 'agents', 'departments', 'sites', 'choices'] as const;

/** What only figures and settings need. */
function figureRoutes<Guard>(
  reports: Guard,
  attend: Guard,
  readsSettings: Guard,
  audited: (action: AuditAction) => Guard,
) {
  return [
    ...NAMES.map((name) => ({
      method: 'GET',
      path: `/reports/${name}`,
      handler: `reports.${name}`,
      config: reports,
    })),
    { method: 'GET', path: '/reports/own-day', handler: 'reports.ownDay', config: attend },
    { method: 'GET', path: '/report-settings', handler: 'reports.readSettings', config: readsSettings },
    {
      method: 'PUT',
      path: '/report-settings',
      handler: 'reports.updateSettings',
      config: audited('report.update'),
    },
  ];
}

/** Reports and their settings [D1, D2]. */
export function reportRoutes<Guard>(guards: {
  readonly reports: Guard;
  readonly attend: Guard;
  /** For whoever may see reports, or change settings. */
  readonly readsSettings: Guard;
  readonly audited: (action: AuditAction) => Guard;
}) {
  return [...figureRoutes(guards.reports, guards.attend, guards.readsSettings, guards.audited)];
}
