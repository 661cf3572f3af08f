import type { Tx } from '../application/database/tx';
import { agentTable } from './agents/agent-table';
import { presenceTable } from './agents/presence-table';
import { attachmentTable } from './attachments/attachment-table';
import { auditTable } from './audit/audit-table';
import { blockTable } from './blocks/block-table';
import { listTables } from './tools/tool-lists';
import { departmentTable } from './departments/department-table';
import { assignmentTable } from './interactions/assignment-table';
import { callAttemptTable } from './interactions/call-attempt-table';
import { interactionTable } from './interactions/interaction-table';
import { slotTable } from './interactions/slot-table';
import { fieldTable } from './tools/field-table';
import { tagTable } from './tools/tag-table';
import { messageTable } from './messages/message-table';
import { noteTable } from './tools/note-table';
import { offlineMessageTable } from './offline-messages/offline-message-table';
import { reportTable } from './reports/report-table';
import { deadlineTable } from './attending/deadline-table';
import { termTable } from './visitors/term-table';
import { tokenTable } from './visitors/token-table';
import { visitorTable } from './visitors/visitor-table';
import type { Sql } from './database/sql';

/** The tables as the application's transactions see them, on whatever database speaks `sql`. */
export function createSqlTx(sql: Sql): Tx {
  return {
    interactions: interactionTable(sql),
    slots: slotTable(sql),
    assignments: assignmentTable(sql),
    callAttempts: callAttemptTable(sql),
    messages: messageTable(sql),
    attachments: attachmentTable(sql),
    notes: noteTable(sql),
    tags: tagTable(sql),
    fields: fieldTable(sql),
    agents: agentTable(sql),
    presence: presenceTable(sql),
    departments: departmentTable(sql),
    visitors: visitorTable(sql),
    terms: termTable(sql),
    tokens: tokenTable(sql),
    blocks: blockTable(sql),
    audit: auditTable(sql),
    deadlines: deadlineTable(sql),
    offlineMessages: offlineMessageTable(sql),
    reports: reportTable(sql),
    lists: listTables(sql),
  };
}
