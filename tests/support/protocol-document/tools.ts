import * as tools from '../../../plugins/attendance/protocol/tools/tools';
import type { NamedSchema } from './entities';

const named = (
  name: string,
  source: string,
  schema: NamedSchema['schema'],
  summary: string,
): NamedSchema => ({
  name,
  source,
  schema,
  summary,
});

export const TOOL_WIRE_ENTITIES: readonly NamedSchema[] = [
  named('Tools', 'toolsSchema', tools.toolsSchema, 'What agents have at hand: the same for all of them.'),
  named('Note', 'noteSchema', tools.noteSchema, 'What an agent wrote for the team; no visitor hears of it.'),
  named('Tag', 'tagSchema', tools.tagSchema, 'What may be put on an interaction.'),
  named(
    'CannedResponse',
    'cannedResponseSchema',
    tools.cannedResponseSchema,
    'A text that agents insert by `/` and its shortcut.',
  ),
  named('CustomField', 'customFieldShape', tools.customFieldSchema, 'A field of one’s own.'),
];

export const TOOL_HTTP_ENTITIES: readonly NamedSchema[] = [
  named('TagCreate', 'tagSchema', tools.tagCreateSchema, 'A new tag.'),
  named('TagUpdate', 'tagSchema', tools.tagUpdateSchema, 'The same with the version that was read.'),
  named(
    'CannedResponseCreate',
    'cannedResponseSchema',
    tools.cannedResponseCreateSchema,
    'A new canned response.',
  ),
  named(
    'CannedResponseUpdate',
    'cannedResponseSchema',
    tools.cannedResponseUpdateSchema,
    'The same with the version that was read.',
  ),
  named('CustomFieldCreate', 'customFieldShape', tools.customFieldCreateSchema, 'A new field.'),
  named(
    'CustomFieldUpdate',
    'customFieldShape',
    tools.customFieldUpdateSchema,
    'The same with the version that was read.',
  ),
  named(
    'CustomFieldOrder',
    'customFieldOrderSchema',
    tools.customFieldOrderSchema,
    'All fields, as they are to stand.',
  ),
];

const REMOVAL = 'Answers what is gone; 409 while something bears it.';

export const TOOL_HANDLERS: Readonly<Record<string, readonly [answer: string, note: string]>> = {
  'cannedResponses.list': ['list of [CannedResponse](#cannedresponse)', ''],
  'cannedResponses.create': [
    '[CannedResponse](#cannedresponse)',
    'Body: [CannedResponseCreate](#cannedresponsecreate); 409 where the shortcut is taken.',
  ],
  'cannedResponses.update': [
    '[CannedResponse](#cannedresponse)',
    'Body: [CannedResponseUpdate](#cannedresponseupdate).',
  ],
  'cannedResponses.remove': ['[CannedResponse](#cannedresponse)', 'Answers what is gone.'],
  'tags.list': ['list of [Tag](#tag)', ''],
  'tags.create': ['[Tag](#tag)', 'Body: [TagCreate](#tagcreate); 409 where the name is taken.'],
  'tags.update': ['[Tag](#tag)', 'Body: [TagUpdate](#tagupdate).'],
  'tags.remove': ['[Tag](#tag)', REMOVAL],
  'fields.list': ['list of [CustomField](#customfield)', 'Archived ones too.'],
  'fields.create': ['[CustomField](#customfield)', 'Body: [CustomFieldCreate](#customfieldcreate).'],
  'fields.update': ['[CustomField](#customfield)', 'Body: [CustomFieldUpdate](#customfieldupdate).'],
  'fields.remove': ['[CustomField](#customfield)', REMOVAL],
  'fields.order': ['list of [CustomField](#customfield)', 'Body: [CustomFieldOrder](#customfieldorder).'],
};
