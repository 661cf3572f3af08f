import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { endWithUs } from '../end-with-us';
import { collectOutput, SECRETS } from '../product-server';

/**
 * Runs one of Strapi's own commands on the product's application, in a process of its own; returns its exit code and output.
 */
export async function runStrapiCommand(
  root: string,
  parameters: readonly string[],
  { env = {}, filename }: { readonly filename: string; readonly env?: Readonly<Record<string, string>> },
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = endWithUs(
    spawn(process.execPath, [path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js'), ...parameters], {
      // The command writes a log into its working directory.
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...SECRETS,
        NODE_ENV: 'production',
        STRAPI_TELEMETRY_DISABLED: 'true',
        DEMO: 'false',
        DATABASE_FILENAME: filename,
        PUBLIC_DIRECTORY: path.join(path.dirname(filename), 'public'),
        ...env,
      },
    }),
  );
  const output = collectOutput(child);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}
