import type { DepartmentSettings, DepartmentUpdate } from '../../../../protocol/settings/departments';
import type { AgentId, DepartmentId } from '../../../../protocol/schemas/ids';
import type { DepartmentRow } from './rows';
import type { Member } from './configure';
import type { Outcome } from '../outcome';

/** Reads departments and their members outside a transaction. */
export interface DepartmentReader {
  /** Departments by name. */
  read(): Promise<{ readonly departments: readonly DepartmentRow[]; readonly agents: readonly Member[] }>;
}

/** Departments as admins edit them, each change one transaction. */
export interface DepartmentSettingsStore {
  list(): Promise<DepartmentSettings[]>;
  create(department: { readonly key: string; readonly name: string }): Promise<Outcome<DepartmentSettings>>;
  /**
   * Updates a department. Refused with `conflict` when somebody else changed it since `version` was read, or another department has the key. Agents
   * who come or go are changed with it: concurrent edits of them are refused.
   */
  update(id: DepartmentId, update: DepartmentUpdate): Promise<Outcome<DepartmentSettings>>;
  /** Refused with `conflict` while an interaction waits for it. Agents, sites and open interactions lose it. */
  remove(id: DepartmentId): Promise<Outcome<null>>;
  /** Raises the versions of departments whose members were changed from the agent's side. */
  touch(ids: readonly DepartmentId[]): Promise<void>;
}

export interface ConfigureDepartments {
  list(): Promise<DepartmentSettings[]>;
  create(department: { readonly key: string; readonly name: string }): Promise<Outcome<DepartmentSettings>>;
  update(id: DepartmentId, update: DepartmentUpdate): Promise<Outcome<DepartmentSettings>>;
  remove(id: DepartmentId): Promise<Outcome<null>>;
}

export interface DepartmentPorts {
  readonly store: DepartmentSettingsStore;
  /** Somebody may be eligible now who was not: who waits is looked at again [R9]. */
  readonly membersChanged: () => Promise<void>;
}

export function createConfigureDepartments({ membersChanged, store }: DepartmentPorts): ConfigureDepartments {
  const thenAssign = async <Data>(outcome: Outcome<Data>): Promise<Outcome<Data>> => {
    if (outcome.ok) await membersChanged();
    return outcome;
  };
  return {
    list: store.list,
    create: store.create,
    update: async (id, update) => thenAssign(await store.update(id, update)),
    remove: async (id) => thenAssign(await store.remove(id)),
  };
}

/** Returns the ids that only one of the lists has: whose membership changed. */
export function changedMembership<Id extends AgentId | DepartmentId>(
  before: readonly Id[],
  after: readonly Id[],
): Id[] {
  return [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
}
