export const PLUGIN_ID = 'attendance';

/** Path of the agent's screen, below the admin panel's own. */
export const PAGE_PATH = `/plugins/${PLUGIN_ID}`;

/** Paths of the reports, and of an agent's own day. No path lies below another: the menu marks an entry for all below it. */
export const REPORTS_PATH = `/plugins/${PLUGIN_ID}-reports`;
export const OWN_DAY_PATH = `/plugins/${PLUGIN_ID}-own-day`;
/** Path of the live board. */
export const BOARD_PATH = `/plugins/${PLUGIN_ID}-board`;

/** Strapi's RBAC actions of this plugin [F4]. */
export const PERMISSION = {
  attend: { action: 'plugin::attendance.attend', subject: null },
  reports: { action: 'plugin::attendance.reports', subject: null },
  exportReports: { action: 'plugin::attendance.export-reports', subject: null },
  supervise: { action: 'plugin::attendance.supervise', subject: null },
  settings: { action: 'plugin::attendance.settings', subject: null },
} as const;

/** The role that the plugin creates for those who only attend. */
export const AGENT_ROLE = 'attendance-agent';
