import { texts as blocks } from './pt-BR/blocks';
import { texts as call } from './pt-BR/call';
import { texts as conversation } from './pt-BR/conversation';
import { texts as details } from './pt-BR/details';
import { texts as files } from './pt-BR/files';
import { texts as list } from './pt-BR/list';
import { texts as page } from './pt-BR/page';
import { texts as print } from './pt-BR/print';
import { texts as reportsCharts } from './pt-BR/reports/charts';
import { texts as reportsExport } from './pt-BR/reports/export';
import { texts as reportsFilters } from './pt-BR/reports/filters';
import { texts as reportsFrame } from './pt-BR/reports/frame';
import { texts as reportsInteractions } from './pt-BR/reports/interactions';
import { texts as reportsMeasures } from './pt-BR/reports/measures';
import { texts as reportsOverview } from './pt-BR/reports/overview';
import { texts as reportsTables } from './pt-BR/reports/tables';
import { texts as search } from './pt-BR/search';
import { texts as settings } from './pt-BR/settings';
import { texts as settingsAgents } from './pt-BR/settings/agents';
import { texts as settingsAppearance } from './pt-BR/settings/appearance';
import { texts as settingsAudit } from './pt-BR/settings/audit';
import { texts as settingsBlocks } from './pt-BR/settings/blocks';
import { texts as settingsCheck } from './pt-BR/settings/check';
import { texts as settingsDepartments } from './pt-BR/settings/departments';
import { texts as settingsFiles } from './pt-BR/settings/files';
import { texts as settingsForm } from './pt-BR/settings/form';
import { texts as settingsGeneral } from './pt-BR/settings/general';
import { texts as settingsHours } from './pt-BR/settings/hours';
import { texts as settingsInstall } from './pt-BR/settings/install';
import { texts as settingsMedia } from './pt-BR/settings/media';
import { texts as settingsPrivacy } from './pt-BR/settings/privacy';
import { texts as settingsSites } from './pt-BR/settings/sites';
import { texts as settingsTools } from './pt-BR/settings/tools';
import { texts as shell } from './pt-BR/shell';
import { texts as supervisionBoard } from './pt-BR/supervision/board';
import { texts as supervisionFollow } from './pt-BR/supervision/follow';
import { texts as tags } from './pt-BR/tags';
import { texts as transfer } from './pt-BR/transfer';
import { texts as ui } from './pt-BR/ui';
import { texts as visitors } from './pt-BR/visitors';

/** The product's texts; the other languages have exactly these keys. A key begins with the path of its file. */
export const ptBR = {
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

export type TextKey = keyof typeof ptBR;
export type Texts = Readonly<Record<TextKey, string>>;

type GroupOf<Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? `${Head}.` | `${Head}.${GroupOf<Rest>}`
  : never;
/** Prefixes of keys that differ only in what follows, such as `ui.channel.`. */
export type TextGroup = GroupOf<TextKey>;
