import { texts as blocks } from './es/blocks';
import { texts as call } from './es/call';
import { texts as conversation } from './es/conversation';
import { texts as details } from './es/details';
import { texts as files } from './es/files';
import { texts as list } from './es/list';
import { texts as page } from './es/page';
import { texts as print } from './es/print';
import { texts as reportsCharts } from './es/reports/charts';
import { texts as reportsExport } from './es/reports/export';
import { texts as reportsFilters } from './es/reports/filters';
import { texts as reportsFrame } from './es/reports/frame';
import { texts as reportsInteractions } from './es/reports/interactions';
import { texts as reportsMeasures } from './es/reports/measures';
import { texts as reportsOverview } from './es/reports/overview';
import { texts as reportsTables } from './es/reports/tables';
import { texts as search } from './es/search';
import { texts as settings } from './es/settings';
import { texts as settingsAgents } from './es/settings/agents';
import { texts as settingsAppearance } from './es/settings/appearance';
import { texts as settingsAudit } from './es/settings/audit';
import { texts as settingsBlocks } from './es/settings/blocks';
import { texts as settingsCheck } from './es/settings/check';
import { texts as settingsDepartments } from './es/settings/departments';
import { texts as settingsFiles } from './es/settings/files';
import { texts as settingsForm } from './es/settings/form';
import { texts as settingsGeneral } from './es/settings/general';
import { texts as settingsHours } from './es/settings/hours';
import { texts as settingsInstall } from './es/settings/install';
import { texts as settingsMedia } from './es/settings/media';
import { texts as settingsPrivacy } from './es/settings/privacy';
import { texts as settingsSites } from './es/settings/sites';
import { texts as settingsTools } from './es/settings/tools';
import { texts as shell } from './es/shell';
import { texts as supervisionBoard } from './es/supervision/board';
import { texts as supervisionFollow } from './es/supervision/follow';
import { texts as tags } from './es/tags';
import { texts as transfer } from './es/transfer';
import { texts as ui } from './es/ui';
import { texts as visitors } from './es/visitors';
import type { Texts } from './pt-BR';

export const es: Texts = {
  ...blocks,
  ...call,
  ...conversation,
  ...details,
  ...files,
  ...list,
  ...page,
  ...print,
  ...reportsCharts,
  ...reportsExport,
  ...reportsFilters,
  ...reportsFrame,
  ...reportsInteractions,
  ...reportsMeasures,
  ...reportsOverview,
  ...reportsTables,
  ...search,
  ...settings,
  ...settingsAgents,
  ...settingsAppearance,
  ...settingsAudit,
  ...settingsBlocks,
  ...settingsCheck,
  ...settingsDepartments,
  ...settingsFiles,
  ...settingsForm,
  ...settingsGeneral,
  ...settingsHours,
  ...settingsInstall,
  ...settingsMedia,
  ...settingsPrivacy,
  ...settingsSites,
  ...settingsTools,
  ...shell,
  ...supervisionBoard,
  ...supervisionFollow,
  ...tags,
  ...transfer,
  ...ui,
  ...visitors,
};
