import { cp, rm } from 'node:fs/promises';

import { build } from '../../../../src/start/prepare.mjs';
import { DEMO_TEMPLATE, startProduct } from './product';

/** Before all browser tests: what a first start with the demo leaves, so that each product under test starts as a second one does. */
export default async function makeDemoTemplate(): Promise<void> {
  build();
  await rm(DEMO_TEMPLATE, { recursive: true, force: true });
  const product = await startProduct({ DEMO: 'logins' }, { template: null });
  await product.terminate();
  await cp(product.folder, DEMO_TEMPLATE, { recursive: true });
  await product.stop();
}
