import { expect, it } from 'vitest';

import { BUDGET, measureAlwaysLoaded } from '../../../admin/always-loaded.mjs';

it('[Z140] finding C10: every page of the panel loads no schema, and little', async () => {
  const { packages, size, withSchemas } = await measureAlwaysLoaded();
  expect(packages).toContain('socket.io-client');
  expect(packages).not.toContain('zod');
  expect(withSchemas).toEqual([]);
  console.log(`always loaded in the panel: ${size} of ${BUDGET} bytes gzip`);
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThanOrEqual(BUDGET);
});
