import type { DepartmentTx } from './rows';
import type { DepartmentSettings, DepartmentUpdate } from '../../../../protocol/settings/departments';
import type { AgentId, DepartmentId } from '../../../../protocol/schemas/ids';
import { changedMembership } from './ports';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';
import type { DepartmentRow } from './rows';

const CONFLICT = { ok: false, code: 'conflict' } as const;
const NOT_FOUND = { ok: false, code: 'not_found' } as const;

/** An agent, as much of them as a department needs. */
export interface Member {
  readonly id: AgentId;
  readonly departmentIds: readonly DepartmentId[];
}

/** Returns a department with those who are in it. */
export function withMembers(row: DepartmentRow, agents: readonly Member[]): DepartmentSettings {
  return { ...row, agentIds: membersOf(row.id, agents).map(({ id }) => id) };
}

/** Makes a department; `conflict` where its key is taken. */
export function* createDepartment(
  tx: DepartmentTx,
  department: { readonly key: string; readonly name: string },
): Steps<Outcome<DepartmentSettings>> {
  if ((yield* tx.departments.withKey(department.key)) !== null) return CONFLICT;
  return yield* found(tx, yield* tx.departments.insert(department));
}

/**
 * Changes a department and its members. Agents who come or go are changed with it: concurrent edits of them are refused. `conflict`: somebody else
 * changed it since `version` was read, or another department has the key.
 */
export function* updateDepartment(
  tx: DepartmentTx,
  id: DepartmentId,
  { agentIds, key, name, version }: DepartmentUpdate,
): Steps<Outcome<DepartmentSettings>> {
  const stored = yield* tx.departments.lock(id);
  if (stored === null) return NOT_FOUND;
  const bearer = yield* tx.departments.withKey(key);
  if (stored.version !== version || (bearer !== null && bearer !== id)) return CONFLICT;
  yield* tx.departments.update(id, { version: version + 1, key, name });
  const agents = yield* tx.agents.lockAll();
  const before = membersOf(id, agents).map((member) => member.id);
  const changed = new Set(changedMembership(before, agentIds));
  for (const agent of agents) {
    if (!changed.has(agent.id)) continue;
    const others = agent.departmentIds.filter((each) => each !== id);
    yield* tx.agents.setDepartments(agent.id, agentIds.includes(agent.id) ? [...others, id] : others);
  }
  return yield* found(tx, id);
}

/** Takes a department away from agents, sites and open interactions; `conflict` while an interaction waits for it. */
export function* removeDepartment(tx: DepartmentTx, id: DepartmentId): Steps<Outcome<null>> {
  const stored = yield* tx.departments.lock(id);
  if (stored === null) return NOT_FOUND;
  if (stored.waitingCount > 0) return CONFLICT;
  // Interactions before agents, as everywhere.
  yield* tx.departments.delete(id);
  for (const { departmentIds, id: agentId } of membersOf(id, yield* tx.agents.lockAll()))
    yield* tx.agents.setDepartments(
      agentId,
      departmentIds.filter((each) => each !== id),
    );
  return { ok: true, data: null };
}

/** Raises the versions of departments that were changed from the agent's side. */
export function* touchDepartments(tx: DepartmentTx, ids: readonly DepartmentId[]): Steps<void> {
  for (const id of ids) yield* tx.departments.touch(id);
}

function membersOf(id: DepartmentId, agents: readonly Member[]): Member[] {
  return agents.filter(({ departmentIds }) => departmentIds.includes(id));
}

function* found(tx: DepartmentTx, id: DepartmentId): Steps<Outcome<DepartmentSettings>> {
  const row = yield* tx.departments.lock(id);
  return row === null ? NOT_FOUND : { ok: true, data: withMembers(row, yield* tx.agents.all()) };
}
