import { expect } from '@playwright/test';

import type { AgentScreen } from './people/agent';
import type { Visitor, VisitorOptions } from './people/visitor';
import type { Product } from './product/product';
import { attend } from './search';

export const REPORTS = '/admin/plugins/attendance-reports';
export const CARLA = {
  name: 'Carla Nogueira',
  email: 'carla.n@exemplo.com',
  says: 'Minha encomenda não chegou',
  answer: 'Vou falar com a transportadora agora',
};
const RAFAEL = {
  name: '=cmd Rafael',
  says: 'Quero trocar o tênis 🙂',
  answer: 'Claro',
};

/** Two interactions that an agent ended: what every report here is of. */
export async function fill(
  ana: AgentScreen,
  visitor: (options?: VisitorOptions) => Promise<Visitor>,
): Promise<void> {
  await ana.goOnline();
  await attend(ana, { visitor: await visitor(), ...CARLA });
  await attend(ana, { visitor: await visitor(), ...RAFAEL });
}

/** Their rows are written in the transaction that ends them. */
export async function expectRows(product: Product, count: number): Promise<void> {
  await expect
    .poll(() => product.rows<{ n: number }>('select count(*) as n from attendance_report_rows')[0]?.n)
    .toBe(count);
}
