import { foldText } from '../../../../plugins/attendance/protocol/shared/visitor-keys';

/** A key that the name suggests: "Pós-venda 2" is `pos-venda-2`. */
export function keyFrom(name: string): string {
  return foldText(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);
}
