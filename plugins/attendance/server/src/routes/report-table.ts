const guardedBy = (action: string) => ({
  policies: ['admin::isAuthenticatedAdmin', { name: 'admin::hasPermissions', config: { actions: [action] } }],
});

/** The table of interactions and the exports [D2]; an export is noted by its use case, which knows what was taken. */
export const reportTableRoutes = [
  {
    method: 'GET',
    path: '/reports/interactions',
    handler: 'report-table.interactions',
    config: guardedBy('plugin::attendance.reports'),
  },
  {
    method: 'GET',
    path: '/reports/interactions/:id',
    handler: 'report-table.interaction',
    config: guardedBy('plugin::attendance.reports'),
  },
  {
    method: 'GET',
    path: '/reports/export',
    handler: 'report-table.export',
    config: guardedBy('plugin::attendance.export-reports'),
  },
];
