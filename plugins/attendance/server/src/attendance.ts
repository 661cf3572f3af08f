import type { JitsiReservations } from './application/calls/jitsi-reservations';
import type { Configure } from './application/settings/configure';
import type { Sightings } from './application/settings/sightings';
import type { SiteSettings } from './application/settings/site-settings';
import type { LiveBoard } from './application/supervision/board';
import type { AgentTools } from './application/tools/tools';
import type { Mailer } from './application/transcripts/mailer';
import type { BlockSide } from './controllers/blocks';
import type { ReportSide } from './controllers/reports';
import type { SelfCheckSide } from './controllers/settings/self-check';
import type { AuditSide } from './middlewares/audit';
import type { ConfigVersion, SettingsStore, SiteStore } from './application/settings/sites';
import type { Edge } from './composition/edge';
import type { MediaSide } from './composition/settings/media';
import type { SettingsSide } from './composition/settings/settings';
import type { AttachmentSide } from './composition/storage/attachments';
import type { OpenedReports } from './composition/storage/reports';

/** What a started service is to its routes and to the plugin around it. */
export interface Attendance {
  readonly sites: SiteStore;
  /** Version of a site's configuration as widgets have it. */
  readonly configVersion: ConfigVersion;
  readonly siteSettings: SiteSettings;
  readonly sightings: Sightings;
  readonly settings: SettingsStore;
  readonly configure: Configure;
  readonly edge: Pick<Edge, 'cors' | 'delay'>;
  readonly mediaSide: MediaSide;
  readonly tools: AgentTools;
  readonly mailer: Mailer;
  readonly attachmentSide: AttachmentSide;
  readonly reservations: JitsiReservations;
  readonly auditSide: AuditSide;
  readonly blockSide: BlockSide;
  readonly settingsSide: SettingsSide;
  readonly reportSide: Pick<OpenedReports, keyof ReportSide | 'tableSide'>;
  readonly selfCheck: SelfCheckSide;
  readonly liveBoard: Pick<LiveBoard, 'summary'>;
  stop(): Promise<void>;
}
