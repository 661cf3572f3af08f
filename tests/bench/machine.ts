import { arch, cpus, platform, totalmem } from 'node:os';

/** The line that figures are worth nothing without. */
export function describeMachine(): string {
  const [first] = cpus();
  return [
    new Date().toISOString().slice(0, 10),
    `Node ${process.versions.node}`,
    `${cpus().length} cores (${first?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    `${platform()} ${arch()}`,
  ].join(' · ');
}
