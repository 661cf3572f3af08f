import { contentType, id, json, line, time } from './content-type';

/** Content type of the audit log: rows are added, and only retention deletes them. */
export const auditContentTypes = {
  'audit-record': contentType(
    'audit-record',
    { at: time, userId: id, userName: line, action: line, subject: line, changes: json },
    [
      { name: 'attendance_audit_records_at', columns: ['at'] },
      { name: 'attendance_audit_records_user', columns: ['user_id'] },
    ],
  ),
};
