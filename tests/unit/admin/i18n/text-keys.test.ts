import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

import { en } from '../../../../admin/src/i18n/en';
import { es } from '../../../../admin/src/i18n/es';
import { ptBR } from '../../../../admin/src/i18n/pt-BR';
import { FILTERS } from '../../../../admin/src/reports/address/address';
import { TABS } from '../../../../admin/src/reports/address/drill';
import { PRESETS as PRESETS_OF_PERIOD } from '../../../../admin/src/reports/address/periods';
import { MEASURES } from '../../../../admin/src/reports/measures/measures';
import { PRESETS } from '../../../../admin/src/settings/form/presets';
import { INDICATOR_COLOURS } from '../../../../admin/src/ui/styles/indicator-colours';
import {
  LAUNCHER_ICONS,
  PAGE_CHOICES,
  THEMES,
  WIDGET_TEXT_NAMES,
} from '../../../../plugins/attendance/protocol/settings/appearance';
import { ATTACHMENT_KINDS } from '../../../../plugins/attendance/protocol/shared/attachment-kinds';
import { CANNED_VARIABLES } from '../../../../plugins/attendance/protocol/shared/text/canned-text';
import { CHANNELS } from '../../../../plugins/attendance/protocol/shared/choices';
import { ERROR_CODES } from '../../../../plugins/attendance/protocol/shared/errors';
import { FIELD_TARGETS } from '../../../../plugins/attendance/protocol/shared/field-targets';
import { FIELD_TYPES } from '../../../../plugins/attendance/protocol/settings/form';
import { MEDIA_CHECKS, MEDIA_FINDINGS } from '../../../../plugins/attendance/protocol/calls/media-settings';
import {
  ENDED_BY,
  OUTCOMES,
  OWN_PARTS,
} from '../../../../plugins/attendance/protocol/reports/report-choices';
import { EXPORTS } from '../../../../plugins/attendance/protocol/reports/report-filter';
import { RETENTION_CLASSES } from '../../../../plugins/attendance/protocol/settings/retention';
import { CHECK_STATES, CHECKS } from '../../../../plugins/attendance/protocol/settings/self-check';
import { CUSTOM_FIELD_TYPES } from '../../../../plugins/attendance/protocol/tools/tools';
import { TRANSFER_OBSTACLES } from '../../../../plugins/attendance/protocol/shared/transfer-obstacles';
import { sourcesBelow, textsInCode } from '../../../support/text-keys';

const SCREEN = path.resolve(import.meta.dirname, '../../../../admin/src');
const TEXTS = path.join(SCREEN, 'i18n');
const KEYS = Object.keys(ptBR);

const CALLS = ['voice', 'video'];
const EDGES = ['from', 'to'];
const INDICATORS = Object.keys(INDICATOR_COLOURS.light);
const PERIODS = ['any', 'today', 'week', 'month', 'own'];

/** Keys that are put together at run time: the template as code has it, and what may stand for its `*`. */
const PUT_TOGETHER: Readonly<Record<string, readonly string[]>> = {
  'supervision.board.agent.state.*': ['online', 'full', 'in-call', 'reserved', 'unconnected', 'offline'],
  'supervision.board.agent.why.*': ['missed', 'lost', 'supervisor'],
  'supervision.board.standing.*': ['asking', 'live', 'lost', 'refused'],
  'blocks.duration.*': ['hour', 'day', 'week', 'forever'],
  'call.devices.*': ['audioinput', 'audiooutput', 'videoinput'],
  'call.invited.*': CALLS,
  'call.phase.*': ['alone', 'connecting', 'devices', 'failed', 'joining', 'left', 'reconnecting'],
  'call.problem.*': [
    'device-busy',
    'device-missing',
    'device-refused',
    'insecure-page',
    'network',
    'page-too-old',
    'policy-forbids',
    'provider-unreachable',
    'room-closed',
    'room-refused',
    'room-unsafe',
    'token-refused',
  ],
  'call.quality.*': ['good', 'fair', 'poor', 'unknown'],
  'call.raise.*': CALLS,
  'call.requested.*': CALLS,
  'call.weak.*': ['agent', 'visitor', 'both'],
  'conversation.message.*': ['sending', 'sent', 'delivered', 'read'],
  'conversation.*.banner': ['note', 'whisper'],
  'conversation.*.by': ['note', 'whisper'],
  'conversation.*.own': ['note', 'whisper'],
  'conversation.variable.*': CANNED_VARIABLES,
  'files.failure.*': [
    'broken',
    'busy',
    'empty',
    'ended',
    'full',
    'network',
    'off',
    'quota',
    'refused',
    'size',
    'type',
  ],
  'files.kind.*': ATTACHMENT_KINDS,
  'files.line.*': ['image', 'audio'],
  'supervision.follow.obstacle.*': TRANSFER_OBSTACLES,
  'list.group.*': INDICATORS,
  'page.connection.*': ['connecting', 'reconnecting'],
  'reports.filters.*': EDGES,
  'reports.overview.change.*': ['up', 'down', 'same', 'better', 'worse'],
  'reports.filters.condition.has.*': ['missed', 'transfer', 'call', 'rating'],
  'reports.filters.condition.level.*': ['met', 'not-met', 'measured'],
  'reports.filters.condition.own.*': OWN_PARTS,
  'reports.filters.condition.rating.*': ['up', 'down', 'none'],
  'reports.charts.drawn.*': ['chat', 'voice', 'video', 'abandoned', 'missed', 'median', 'p90', 'share'],
  'reports.filters.endedBy.*': ENDED_BY,
  'reports.export.*': ['busy', 'cancelled', 'done', 'failed', 'forbidden'],
  'reports.export.file.*': EXPORTS,
  'reports.export.format.*': ['csv', 'jsonl'],
  'reports.export.table.*': EXPORTS,
  'reports.filters.by.*': FILTERS,
  'reports.measures.*': MEASURES,
  'reports.measures.*.about': MEASURES,
  'reports.filters.outcome.*': OUTCOMES,
  'reports.filters.period.*': PRESETS_OF_PERIOD,
  'reports.frame.tab.*': TABS,
  'reports.overview.volume.*': ['day', 'week', 'month'],
  'search.*': EDGES,
  'search.period.*': PERIODS,
  'search.period.short.*': PERIODS,
  'settings.agents.*': ['online', 'offline', 'unconnected', 'gone', 'neverHere'],
  'settings.appearance.contrast.*': ['brand', 'light', 'dark'],
  'settings.appearance.contrast.*.adjusted': ['brand', 'light', 'dark'],
  'settings.appearance.icon.*': LAUNCHER_ICONS,
  'settings.appearance.pages.*': PAGE_CHOICES,
  'settings.appearance.position.*': ['right', 'left'],
  'settings.appearance.preview.device.*': ['desktop', 'phone'],
  'settings.appearance.preview.theme.*': ['light', 'dark'],
  'settings.appearance.preview.view.*': [
    'launcher',
    'trigger',
    'home',
    'queue',
    'chat',
    'offline',
    'ended',
    'rating',
  ],
  'settings.appearance.rating.*': ['off', 'thumbs', 'stars'],
  'settings.appearance.split.*': ['edit', 'preview'],
  'settings.appearance.text.*': WIDGET_TEXT_NAMES.filter((name) => name !== 'launcherText'),
  'settings.appearance.text.*.hint': WIDGET_TEXT_NAMES.filter((name) => name !== 'launcherText'),
  'settings.appearance.theme.*': THEMES,
  'settings.audit.*': EDGES,
  'settings.audit.noun.*': [
    'agent',
    'canned',
    'department',
    'field',
    'hours',
    'interaction',
    'media',
    'report',
    'retention',
    'settings',
    'site',
    'tag',
    'uploads',
    'visitor',
  ],
  'settings.audit.verb.*': [
    'block',
    'create',
    'delete',
    'end',
    'erase',
    'export',
    'follow',
    'merge',
    'purge',
    'put-back',
    'set-offline',
    'take-over',
    'unblock',
    'update',
  ],
  'settings.check.*': CHECKS,
  'settings.check.state.*': CHECK_STATES,
  'settings.files.*': ['near', 'full'],
  'settings.files.kind.*': ATTACHMENT_KINDS,
  'settings.form.*': ['label', 'hint'],
  'settings.form.consent.kind.*': ['check', 'line'],
  'settings.form.preset.*': PRESETS,
  'settings.form.problem.*': ['few-options', 'option-label'],
  'settings.form.type.*': FIELD_TYPES,
  'settings.general.*': ['ring', 'reserve', 'persist', 'grace'],
  'settings.general.*.hint': ['ring', 'reserve', 'persist', 'grace'],
  'settings.general.reports.*': ['chatLevelMs', 'callLevelMs'],
  'settings.general.reports.*.hint': ['chatLevelMs', 'callLevelMs'],
  'settings.hours.*': EDGES,
  'settings.media.check.*': MEDIA_CHECKS,
  'settings.media.finding.*': MEDIA_FINDINGS,
  'settings.media.jitsi.algorithm.*': ['HS256', 'RS256'],
  'settings.media.jitsi.kind.*': ['open', 'self-hosted', 'jaas'],
  'settings.media.result.*': ['ok', 'failed', 'not-testable'],
  'settings.privacy.*': RETENTION_CLASSES,
  'settings.privacy.*.hint': RETENTION_CLASSES,
  'settings.privacy.count.*': RETENTION_CLASSES,
  'settings.sites.origins.*': ['invalid', 'path', 'scheme', 'wildcard'],
  'settings.tools.fields.subject.*': ['visitor', 'interaction'],
  'settings.tools.fields.type.*': CUSTOM_FIELD_TYPES,
  'settings.unit.*': ['seconds', 'minutes'],
  'transfer.obstacle.*': TRANSFER_OBSTACLES,
  'transfer.refused.*': ['busy', 'channel', 'full', 'offline', 'reserved'],
  'ui.channel.*': CHANNELS,
  'ui.error.*': ERROR_CODES,
  'ui.field.*': [...FIELD_TARGETS, 'saving', 'saved', 'failed'],
  'ui.indicator.*': INDICATORS,
};

/** A finding's sentence is named by its check and by what was found, which a newer server may say otherwise. */
const FINDING = 'settings.check.*.*';
const FINDINGS = KEYS.filter((key) => CHECKS.some((check) => key.startsWith(`settings.check.${check}.`)));

const inCode = textsInCode(SCREEN, TEXTS);

/** Every key that code can name. */
const named = new Set([
  ...KEYS.filter((key) => inCode.literals.has(key)),
  ...Object.entries(PUT_TOGETHER).flatMap(([template, values]) =>
    values.map((value) => template.replace(/\*(\.\*)?/, value)),
  ),
  ...FINDINGS,
]);

it('names no text that nobody shows', () => {
  expect(KEYS.filter((key) => !named.has(key))).toEqual([]);
});

it('puts together what is listed here, and nothing that is no text', () => {
  const templates = [...inCode.templates].filter((template) => KEYS.some((key) => fits(template, key)));
  expect(templates.filter((template) => !(template in PUT_TOGETHER) && template !== FINDING)).toEqual([]);
  expect(Object.keys(PUT_TOGETHER).filter((template) => !inCode.templates.has(template))).toEqual([]);
  expect([...named].filter((key) => !(key in ptBR))).toEqual([]);
});

it.each([
  ['pt-BR', ptBR],
  ['en', en],
  ['es', es],
])('%s: a key begins with the path of its file, which is a folder of the screen', async (language, texts) => {
  const root = path.join(TEXTS, language);
  const files = sourcesBelow(root).map((file) => path.relative(root, file).replace(/\.ts$/, ''));
  expect(files.filter((file) => !existsSync(path.join(SCREEN, file)))).toEqual([]);
  const prefixes = files.map((file) => `${file.replaceAll(path.sep, '.')}.`);
  let count = 0;
  for (const file of files) {
    const prefix = `${file.replaceAll(path.sep, '.')}.`;
    const { texts: own } = (await import(path.join(root, `${file}.ts`))) as { texts: Record<string, string> };
    const deeper = prefixes.filter((each) => each !== prefix && each.startsWith(prefix));
    const isStranger = (key: string): boolean =>
      !key.startsWith(prefix) || deeper.some((each) => key.startsWith(each));
    expect(Object.keys(own).filter(isStranger)).toEqual([]);
    count += Object.keys(own).length;
  }
  expect(count).toBe(Object.keys(texts).length);
});

/** Whether a key may be what a template becomes: a star stands for a word, or for several with dots between. */
function fits(template: string, key: string): boolean {
  const parts = template.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return /^[a-z]+\./.test(template) && new RegExp(`^${parts.join('[\\w.-]+')}$`).test(key);
}
