import type { AgentId, DepartmentId } from '../../../../protocol/schemas/ids';
import type { AgentUpdate, GeneralSettings } from '../../../../protocol/settings/rest';
import { changedMembership } from '../departments/ports';
import { takePicture, type Pictures } from './pictures';
import type { AgentProfile, AgentStore, AttendingUser } from '../agents/ports';
import type { Outcome } from '../outcome';
import type { DepartmentStore, SettingsStore } from './sites';

export interface ConfigurePorts {
  readonly settings: SettingsStore;
  readonly departments: Pick<DepartmentStore, 'existing'>;
  readonly agents: AgentStore;
  /** Everybody who may attend, whether or not they ever did. */
  readonly attendingUsers: () => Promise<AttendingUser[]>;
  readonly pictures: Pictures;
  readonly isAgentConnected: (id: AgentId) => boolean;
  /** Called with departments that somebody joined or left: concurrent edits of them are refused. */
  readonly departmentsChanged: (ids: readonly DepartmentId[]) => Promise<void>;
  /** Capacity may have been raised: who waits is looked at again [R9]. */
  readonly capacityChanged: () => Promise<void>;
  readonly announceSelf: (id: AgentId) => Promise<void>;
  /** Called when settings that widgets show changed: open widgets are notified. */
  readonly configChanged: (settings: GeneralSettings) => Promise<void>;
}

/** Settings that admins change. Every update carries the version it was made from; a stale one is refused with `conflict`. */
export interface Configure {
  /** Everybody who may attend, and those who once did [Z141]. */
  agents(): Promise<AgentProfile[]>;
  /** Addresses of the agents' photos, which widgets may show. */
  photos(): Promise<string[]>;
  updateAgent(id: AgentId, update: AgentUpdate): Promise<Outcome<AgentProfile>>;
  settings(): Promise<GeneralSettings>;
  updateSettings(settings: GeneralSettings): Promise<Outcome<GeneralSettings>>;
  isAgentConnected(id: AgentId): boolean;
}

export function createConfigure(ports: ConfigurePorts): Configure {
  const { agents, departments, settings } = ports;
  return {
    agents: async () => {
      await agents.expect(await ports.attendingUsers());
      return agents.profiles();
    },
    photos: agents.photos,
    updateAgent: async (id, update) => {
      const known = await departments.existing(update.departmentIds);
      const before = (await agents.find(id))?.departmentIds ?? [];
      const { photo } = update;
      const outcome = await agents.update(id, {
        ...update,
        departmentIds: known,
        ...(photo !== undefined && { photo: await takePicture(ports.pictures, photo) }),
      });
      if (!outcome.ok) return outcome;
      await ports.departmentsChanged(changedMembership(before, known));
      await ports.announceSelf(id);
      await ports.capacityChanged();
      return outcome;
    },
    settings: settings.get,
    updateSettings: async (update) => {
      const before = await settings.get();
      const outcome = await settings.update(update);
      if (!outcome.ok) return outcome;
      if (outcome.data.persistenceMs !== before.persistenceMs) await ports.configChanged(outcome.data);
      // The default capacity is that of every agent without one of their own.
      for (const { id } of await agents.profiles()) await ports.announceSelf(id);
      await ports.capacityChanged();
      return outcome;
    },
    isAgentConnected: ports.isAgentConnected,
  };
}
