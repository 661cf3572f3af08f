// Prints what every page of the admin panel loads of this plugin, and fails over budget, and where schemas are in it.
import { BUDGET, measureAlwaysLoaded } from './always-loaded.mjs';

const { packages, size, withSchemas } = await measureAlwaysLoaded();

console.log(`panel   ${String(size).padStart(7)} of ${BUDGET} bytes gzip`);
if (size > BUDGET) process.exitCode = 1;
if (packages.includes('zod') || withSchemas.length > 0) {
  console.error(`zod is for pages that are opened, and every page loads it by ${withSchemas.join(', ')}`);
  process.exitCode = 1;
}
