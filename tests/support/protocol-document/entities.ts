import type { z } from 'zod';

import { queueSchema } from '../../../plugins/attendance/protocol/wire/agent-events';
import * as audit from '../../../plugins/attendance/protocol/settings/audit';
import * as departments from '../../../plugins/attendance/protocol/settings/departments';
import * as attachments from '../../../plugins/attendance/protocol/attachments/attachments';
import {
  agentInteractionSchema,
  indicatorFactsSchema,
  pastInteractionSchema,
  queueEntrySchema,
  queuePlaceSchema,
  visitorInteractionSchema,
} from '../../../plugins/attendance/protocol/interactions/interactions';
import {
  agentSelfSchema,
  capturedSchema,
  departmentSchema,
  visitorSchema,
} from '../../../plugins/attendance/protocol/interactions/people';
import {
  messageSchema,
  receiptsSchema,
  systemLineSchema,
  watermarkSchema,
} from '../../../plugins/attendance/protocol/messages/messages';
import { offlineMessageSchema } from '../../../plugins/attendance/protocol/messages/offline-messages';
import * as blocks from '../../../plugins/attendance/protocol/visitors/blocks';
import * as known from '../../../plugins/attendance/protocol/visitors/known-visitors';
import * as hours from '../../../plugins/attendance/protocol/settings/hours';
import * as media from '../../../plugins/attendance/protocol/calls/media-settings';
import * as appearance from '../../../plugins/attendance/protocol/settings/appearance';
import * as form from '../../../plugins/attendance/protocol/settings/form';
import * as rest from '../../../plugins/attendance/protocol/settings/rest';
import * as selfCheck from '../../../plugins/attendance/protocol/settings/self-check';
import * as retention from '../../../plugins/attendance/protocol/settings/retention';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import * as board from '../../../plugins/attendance/protocol/supervision/board';
import * as site from '../../../plugins/attendance/protocol/settings/site';
import * as visitor from '../../../plugins/attendance/protocol/wire/visitor-events';
import { REPORT_ENTITIES } from './reports';
import { TOOL_HTTP_ENTITIES, TOOL_WIRE_ENTITIES } from './tools';

const INDICATOR_FACTS = Object.keys(indicatorFactsSchema.shape)
  .map((fact) => `\`${fact}\``)
  .join(', ');

/**
 * A schema with a section of its own in the document; `source` is its constant, whose docstrings describe the fields.
 */
export interface NamedSchema {
  readonly name: string;
  readonly source: string;
  readonly schema: z.ZodType;
  readonly summary: string;
}

const named = (name: string, source: string, schema: z.ZodType, summary: string): NamedSchema => ({
  name,
  source,
  schema,
  summary,
});

/** Entities on the sockets. */
export const WIRE_ENTITIES: readonly NamedSchema[] = [
  named('Page', 'pageSchema', visitor.pageSchema, 'The page on which the visitor is.'),
  named(
    'FormAnswers',
    'formAnswersSchema',
    visitor.formAnswersSchema,
    `Answers of the form before the contact, by the id of their field; ${LIMITS.answers} at most.`,
  ),
  named(
    'ClientHints',
    'clientHintsSchema',
    visitor.clientHintsSchema,
    'User-Agent Client Hints, where the browser gives them.',
  ),
  named(
    'VisitorInteraction',
    'visitorInteractionBase',
    visitorInteractionSchema,
    'An interaction as its visitor sees it. One that nobody took and was given up arrives as `ended` without an agent.',
  ),
  named(
    'AgentInteraction',
    'agentInteractionSchema',
    agentInteractionSchema,
    `An assigned interaction as its agent sees it. The indicator follows from ${INDICATOR_FACTS}, in this order.`,
  ),
  named('Attachment', 'attachmentSchema', attachments.attachmentSchema, 'A file that a message carries.'),
  named('Message', 'messageBase', messageSchema, 'One line of a transcript, by `side`.'),
  named(
    'SystemLine',
    'systemLineSchema',
    systemLineSchema,
    'What a system line tells; the client words it in its own language.',
  ),
  named(
    'FormAnswer',
    'formAnswerSchema',
    form.formAnswerSchema,
    'One answer, in the words that the visitor saw.',
  ),
  named(
    'ConsentGiven',
    'consentGivenSchema',
    form.consentGivenSchema,
    'The consent as it was shown or ticked.',
  ),
  named('Receipts', 'receiptsSchema', receiptsSchema, 'The watermarks of both sides.'),
  named(
    'Watermark',
    'watermarkSchema',
    watermarkSchema,
    'Highest sequence that a side has received, and has read.',
  ),
  named('QueuePlace', 'queuePlaceSchema', queuePlaceSchema, 'Where a visitor stands who waits.'),
  named('Queue', 'queueSchema', queueSchema, 'Who waits, as every agent sees it.'),
  named('QueueEntry', 'queueEntrySchema', queueEntrySchema, 'One who waits.'),
  named('AgentSelf', 'agentSelfSchema', agentSelfSchema, 'The agent behind the socket.'),
  named('Visitor', 'visitorSchema', visitorSchema, 'Empty strings where nothing is known.'),
  named(
    'Captured',
    'capturedSchema',
    capturedSchema,
    'What the platform saw by itself. Empty strings where it saw nothing.',
  ),
  named(
    'Department',
    'departmentSchema',
    departmentSchema,
    'A group of agents that a request may ask for by its key.',
  ),
  named(
    'OfflineMessage',
    'offlineMessageSchema',
    offlineMessageSchema,
    'What was left while nobody attended: open, taken, answered.',
  ),
  named(
    'PastInteraction',
    'pastInteractionSchema',
    pastInteractionSchema,
    'One earlier interaction of a visitor.',
  ),
  named('Block', 'blockSchema', blocks.blockSchema, 'Somebody who is refused, as the team sees it.'),
  named('KnownVisitor', 'knownVisitorSchema', known.knownVisitorSchema, 'A visitor as they are found again.'),
  named('Duplicate', 'duplicateSchema', known.duplicateSchema, 'Another who may be the same person.'),
  named(
    'ComparedVisitor',
    'comparedVisitorSchema',
    known.comparedVisitorSchema,
    'One of two who are to become one.',
  ),
  named(
    'MergeChoices',
    'mergeChoicesSchema',
    known.mergeChoicesSchema,
    'Whose value stays: the id of one of the two, for each field in which they differ.',
  ),
  ...TOOL_WIRE_ENTITIES,
];

/** Further entities on HTTP. */
export const HTTP_ENTITIES: readonly NamedSchema[] = [
  named('SiteConfig', 'siteConfigSchema', site.siteConfigSchema, 'What a page needs for the launcher.'),
  named('SitePages', 'sitePagesSchema', site.sitePagesSchema, 'On which pages the launcher stands.'),
  named('SiteTriggers', 'siteTriggersSchema', site.siteTriggersSchema, 'What the launcher says by itself.'),
  named('PanelConfig', 'panelConfigSchema', site.panelConfigSchema, 'What the panel shows, in one language.'),
  named('Appearance', 'appearanceSchema', appearance.appearanceSchema, 'How the widget looks and speaks.'),
  named(
    'Picture',
    'pictureSchema',
    appearance.pictureSchema,
    'A file of the media library. What is sent as its address counts for nothing.',
  ),
  named(
    'Trigger',
    'triggerSchema',
    appearance.triggerSchema,
    'What the launcher says by itself, where and when.',
  ),
  named('Form', 'formSchema', form.formSchema, 'The form before the contact.'),
  named('FormField', 'formFieldSchema', form.formFieldSchema, 'One field of it.'),
  named('Consent', 'consentSchema', form.consentSchema, 'What the visitor agrees to.'),
  named('SiteSettings', 'editable', site.siteSettingsSchema, 'A site as an admin edits it.'),
  named('SiteUpdate', 'editable', site.siteUpdateSchema, 'The same without what cannot be changed.'),
  named('SiteCreate', 'siteCreateSchema', site.siteCreateSchema, 'A new site.'),
  named('AgentSettings', 'agentSettingsSchema', rest.agentSettingsSchema, 'An agent as an admin edits them.'),
  named(
    'AgentUpdate',
    'agentSettingsSchema',
    rest.agentUpdateSchema,
    'The same without what cannot be changed.',
  ),
  named(
    'GeneralSettings',
    'generalSettingsSchema',
    rest.generalSettingsSchema,
    'What holds for the whole installation.',
  ),
  named(
    'DepartmentSettings',
    'departmentSettingsSchema',
    departments.departmentSettingsSchema,
    'A department as an admin edits it.',
  ),
  named(
    'DepartmentUpdate',
    'departmentSettingsSchema',
    departments.departmentUpdateSchema,
    'The same without what cannot be changed.',
  ),
  named(
    'DepartmentCreate',
    'departmentCreateSchema',
    departments.departmentCreateSchema,
    'A new department.',
  ),
  named(
    'HoursSettings',
    'hoursUpdateSchema',
    hours.hoursSettingsSchema,
    'When the company attends, and whether it does now.',
  ),
  named('HoursUpdate', 'hoursUpdateSchema', hours.hoursUpdateSchema, 'When the company attends.'),
  named(
    'OpenInterval',
    'openIntervalSchema',
    hours.openIntervalSchema,
    'Minutes of the day; an end that is not later is on the next day.',
  ),
  named('Holiday', 'holidaySchema', hours.holidaySchema, 'A day with hours of its own, or closed.'),
  named('OpenState', 'openStateSchema', hours.openStateSchema, 'Whether it is open now.'),
  named(
    'RetentionSettings',
    'retentionSettingsSchema',
    retention.retentionSettingsSchema,
    'For how long what is kept, and the last purge.',
  ),
  named(
    'RetentionUpdate',
    'retentionUpdateSchema',
    retention.retentionUpdateSchema,
    'For how long what is kept.',
  ),
  named(
    'RetentionDays',
    'retentionDaysSchema',
    retention.retentionDaysSchema,
    'Days of each class; 0 keeps for ever.',
  ),
  named('RetentionCounts', 'countsSchema', retention.retentionCountsSchema, 'How many of each class.'),
  named('UploadRules', 'uploadRulesSchema', attachments.uploadRulesSchema, 'What may be uploaded.'),
  named(
    'AttachmentSettings',
    'attachmentSettingsSchema',
    attachments.attachmentSettingsSchema,
    'Who may attach what.',
  ),
  named(
    'AttachmentUsage',
    'attachmentUsageSchema',
    attachments.attachmentUsageSchema,
    'What all files take up, and may.',
  ),
  named('MediaSettings', 'mediaSettingsSchema', media.mediaSettingsSchema, 'What carries voice and video.'),
  named(
    'MediaSettingsUpdate',
    'mediaSettingsUpdateSchema',
    media.mediaSettingsUpdateSchema,
    'The same with secrets: an absent one stays, null clears it, a text replaces it.',
  ),
  named('MediaSelfTest', 'mediaSelfTestSchema', media.mediaSelfTestSchema, 'What the self-test found.'),
  named('MediaCheck', 'mediaCheckSchema', media.mediaCheckSchema, 'One thing that it looked at.'),
  named(
    'BoardSummary',
    'boardSummarySchema',
    board.boardSummarySchema,
    'The live board in short, for the home page.',
  ),
  named(
    'TodayFigures',
    'todayFiguresSchema',
    board.todayFiguresSchema,
    'Figures of the interactions requested today.',
  ),
  named(
    'SelfCheck',
    'selfCheckSchema',
    selfCheck.selfCheckSchema,
    'What is to be looked at in this installation.',
  ),
  named(
    'SelfCheckDetail',
    'selfCheckDetailSchema',
    selfCheck.selfCheckDetailSchema,
    'One thing that was looked at.',
  ),
  named(
    'Health',
    'healthSchema',
    selfCheck.healthSchema,
    'The same for a monitor, without names and addresses.',
  ),
  named('AuditQuery', 'auditQuerySchema', audit.auditQuerySchema, 'Which changes are asked for.'),
  named('AuditPage', 'auditPageSchema', audit.auditPageSchema, 'Changes, newest first.'),
  named('AuditEntry', 'auditEntrySchema', audit.auditEntrySchema, 'One change that somebody made.'),
  named('AuditChange', 'auditChangeSchema', audit.auditChangeSchema, 'One field of it.'),
  ...TOOL_HTTP_ENTITIES,
  ...REPORT_ENTITIES,
];
