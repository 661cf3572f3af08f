import { texts as blocks } from './en/blocks';
import { texts as call } from './en/call';
import { texts as conversation } from './en/conversation';
import { texts as details } from './en/details';
import { texts as files } from './en/files';
import { texts as list } from './en/list';
import { texts as page } from './en/page';
import { texts as print } from './en/print';
import { texts as reportsCharts } from './en/reports/charts';
import { texts as reportsExport } from './en/reports/export';
import { texts as reportsFilters } from './en/reports/filters';
import { texts as reportsFrame } from './en/reports/frame';
import { texts as reportsInteractions } from './en/reports/interactions';
import { texts as reportsMeasures } from './en/reports/measures';
import { texts as reportsOverview } from './en/reports/overview';
import { texts as reportsTables } from './en/reports/tables';
import { texts as search } from './en/search';
import { texts as settings } from './en/settings';
import { texts as settingsAgents } from './en/settings/agents';
import { texts as settingsAppearance } from './en/settings/appearance';
import { texts as settingsAudit } from './en/settings/audit';
import { texts as settingsBlocks } from './en/settings/blocks';
import { texts as settingsCheck } from './en/settings/check';
import { texts as settingsDepartments } from './en/settings/departments';
import { texts as settingsFiles } from './en/settings/files';
import { texts as settingsForm } from './en/settings/form';
import { texts as settingsGeneral } from './en/settings/general';
import { texts as settingsHours } from './en/settings/hours';
import { texts as settingsInstall } from './en/settings/install';
import { texts as settingsMedia } from './en/settings/media';
import { texts as settingsPrivacy } from './en/settings/privacy';
import { texts as settingsSites } from './en/settings/sites';
import { texts as settingsTools } from './en/settings/tools';
import { texts as shell } from './en/shell';
import { texts as supervisionBoard } from './en/supervision/board';
import { texts as supervisionFollow } from './en/supervision/follow';
import { texts as tags } from './en/tags';
import { texts as transfer } from './en/transfer';
import { texts as ui } from './en/ui';
import { texts as visitors } from './en/visitors';
import type { Texts } from './pt-BR';

export const en: Texts = {
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
