import type { AgentId, DepartmentId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { TransferObstacle } from '../../../plugins/attendance/protocol/interactions/transfer';
import type { TransferTargets, TransferTo } from '../realtime/transfer-commands';

/** A colleague or a department, as the list shows it. */
export type Choice =
  | {
      readonly kind: 'agent';
      readonly key: string;
      readonly id: AgentId;
      readonly name: string;
      readonly photo: string;
      readonly obstacle: TransferObstacle | null;
      readonly isAttending: boolean;
      readonly channels: readonly Channel[];
      readonly load: number;
      readonly capacity: number;
      readonly isInCall: boolean;
    }
  | {
      readonly kind: 'department';
      readonly key: string;
      readonly id: DepartmentId;
      readonly name: string;
      readonly obstacle: TransferObstacle | null;
      readonly attending: number;
    };

/** Returns the targets whose name contains the typed text, whatever its case and accents. */
export function choicesOf({ agents, departments }: TransferTargets, typed: string): readonly Choice[] {
  const wanted = plain(typed);
  const choices: readonly Choice[] = [
    ...agents.map((agent) => ({ ...agent, kind: 'agent' as const, key: `agent/${agent.id}` })),
    ...departments.map((department) => ({
      ...department,
      kind: 'department' as const,
      key: `department/${department.id}`,
    })),
  ];
  return choices.filter(({ name }) => plain(name).includes(wanted));
}

export function toTarget(choice: Choice): TransferTo {
  return choice.kind === 'agent'
    ? { kind: 'agent', agentId: choice.id }
    : { kind: 'department', departmentId: choice.id };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
