import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * Package (Apache-2.0) with the client that a deployment serves as external_api.js; no copy of it is kept with the
 * sources.
 */
const PACKAGE = '@jitsi/react-native-sdk@13.2.0';
const ARCHIVE = 'jitsi-react-native-sdk-13.2.0.tgz';
const SHA512 = 'J7itSoy85IScxeC4letOtoS33Sp0tH5hLYFHYtH+v3WQwLjganuWlFCjlDbL5ks9ebGhVNsCyCBdML9qC+SAWw==';

const root = path.resolve(import.meta.dirname, '../../..');
const folder = path.join(root, 'node_modules/.atende-jitsi');
const archive = path.join(folder, ARCHIVE);

/** Returns whether the archive is there, and has the expected checksum. */
function isArchiveGood(): boolean {
  return (
    existsSync(archive) && createHash('sha512').update(readFileSync(archive)).digest('base64') === SHA512
  );
}

/**
 * Fetches the package as published, without its dependencies: an application's worth for telephones. Returns whether it
 * is there.
 */
function fetchArchive(): boolean {
  if (isArchiveGood()) return true;
  mkdirSync(folder, { recursive: true });
  rmSync(archive, { force: true });
  spawnSync('npm', ['pack', PACKAGE, '--ignore-scripts', '--silent', '--pack-destination', folder], {
    stdio: 'ignore',
    timeout: 90_000,
  });
  return isArchiveGood();
}

/** Returns Jitsi's real IFrame client, bundled into one script; null where the package cannot be fetched. */
export async function bundleJitsiClient(): Promise<string | null> {
  const outfile = path.join(folder, 'external_api.js');
  if (!existsSync(outfile)) {
    if (!fetchArchive()) return null;
    const { status } = spawnSync('tar', ['-xzf', archive, '-C', folder, 'package/modules', 'package/react']);
    if (status !== 0) return null;
    await build({
      entryPoints: [path.join(folder, 'package/modules/API/external/index.js')],
      outfile,
      bundle: true,
      format: 'iife',
      globalName: 'JitsiMeetExternalAPI',
      loader: { '.js': 'jsx' },
      resolveExtensions: ['.web.ts', '.web.js', '.ts', '.js', '.json'],
      define: { global: 'window' },
      logLevel: 'error',
    });
    rmSync(path.join(folder, 'package'), { recursive: true });
  }
  return readFileSync(outfile, 'utf8');
}
