import { foldText } from '../../../../plugins/attendance/protocol/shared/visitor-keys';

/** Returns the key that a name suggests: `pos-venda-2` for "Pós-venda 2". */
export function keyFrom(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
}
