import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder in which the server looks for the built widget. */
export const outputFolder = join(
  dirname(fileURLToPath(import.meta.url)),
  '../plugins/attendance/dist/widget',
);
