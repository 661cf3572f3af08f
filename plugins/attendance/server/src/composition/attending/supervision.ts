import { createBoardReader } from '../../adapters/supervision/board-reader';
import { createTodayReader } from '../../adapters/supervision/today-reader';
import { offsetIn } from '../../adapters/strapi/time-zone';
import type { AgentStore } from '../../application/agents/ports';
import type { AuditLog } from '../../application/audit/audit';
import type { Database } from '../../application/database/tx';
import type { InteractionStore } from '../../application/interactions/ports';
import type { ReportSettingsStore } from '../../application/reports/report-settings';
import type { OpeningHours } from '../../application/settings/hours';
import { createLiveBoard, type LiveBoard } from '../../application/supervision/board';
import { createSupervision, type Supervision } from '../../application/supervision/supervise';
import { createToday } from '../../application/supervision/today';
import {
  createFollowings,
  type ConnectionGroups,
  type Followings,
} from '../../gateway/connection/followings';
import type { AgentSocket, Gateway } from '../../gateway/connection/gateway';
import { createBoardPublisher, type BoardPublisher } from '../../gateway/publish/publish-board';
import { createFollowersPublisher, type FollowersPublisher } from '../../gateway/publish/publish-followed';
import { createWhisperPublisher } from '../../gateway/publish/publish-whispers';
import { toBoard } from '../../presenters/board';
import type { Host } from '../host';
import type { Attending } from './attending';

type SocketId = AgentSocket['id'];

/** What supervisors see of what goes on [D3, R17]. */
export interface Watching {
  readonly liveBoard: LiveBoard;
  readonly boardPublisher: BoardPublisher;
  readonly followings: Followings;
  readonly followersPublisher: FollowersPublisher;
}

export interface WatchingParts {
  readonly gateway: Pick<Gateway, 'agents' | 'connectedAgents' | 'facts'>;
  readonly agents: AgentStore;
  readonly interactions: InteractionStore;
  readonly hours: Pick<OpeningHours, 'get'>;
  readonly reportSettings: Pick<ReportSettingsStore, 'get'>;
}

export function openWatching({ clock, log, sql }: Host, parts: WatchingParts): Watching {
  const { agents, gateway, hours, interactions, reportSettings } = parts;
  const { facts } = gateway;
  const { sockets } = gateway.agents;
  const groups: ConnectionGroups = {
    join: (id, group) => {
      const socket = sockets.get(id as SocketId);
      void socket?.join(group);
      return socket !== undefined;
    },
    leave: (id, group) => void sockets.get(id as SocketId)?.leave(group),
  };
  const liveBoard = createLiveBoard({
    clock,
    agents,
    reader: createBoardReader(sql),
    isAgentConnected: gateway.connectedAgents.has,
    today: createToday({
      clock,
      reader: createTodayReader(sql),
      settings: reportSettings,
      hours,
      offsetIn,
    }),
  });
  const followings = createFollowings(groups);
  return {
    liveBoard,
    followings,
    boardPublisher: createBoardPublisher({
      clock,
      facts,
      groups,
      read: async () => toBoard(await liveBoard.read()),
    }),
    followersPublisher: createFollowersPublisher({
      facts,
      followings,
      interactions,
      showsFollowers: async () => (await reportSettings.get()).showsFollowers,
      log,
    }),
  };
}

export interface SupervisionParts extends Pick<
  Attending,
  'announceSelf' | 'attend' | 'availabilityChanged' | 'publisher'
> {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly database: Database;
  readonly gateway: Pick<Gateway, 'facts'>;
  readonly interactions: InteractionStore;
}

/** Assembles what supervisors do to what others hold [R17]. */
export function openSupervision({ clock }: Pick<Host, 'clock'>, parts: SupervisionParts): Supervision {
  const { gateway, publisher } = parts;
  const { whispered } = createWhisperPublisher(gateway.facts);
  return createSupervision({
    ...parts,
    clock,
    publisher: { queueChanged: publisher.queueChanged, whispered },
  });
}
