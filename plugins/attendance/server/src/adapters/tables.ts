/** Names of the tables that content-types/ declares. */
export const TABLE = {
  sites: 'attendance_sites',
  agents: 'attendance_agents',
  visitors: 'attendance_visitors',
  visitorTokens: 'attendance_visitor_tokens',
  assignments: 'attendance_assignments',
  sweepClock: 'attendance_sweep_clocks',
  interactions: 'attendance_interactions',
  messages: 'attendance_messages',
  slots: 'attendance_slots',
  callAttempts: 'attendance_call_attempts',
  departments: 'attendance_departments',
  offlineMessages: 'attendance_offline_messages',
  settings: 'attendance_settings',
  mediaSettings: 'attendance_media_settings',
  auditRecords: 'attendance_audit_records',
} as const;
