import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

import type { JitsiAlgorithm } from '../../../../protocol/calls/media-settings';

const makePair = promisify(generateKeyPair);

/** A key of this kind that was made just now, and that nobody trusts. */
export async function foreignKey(algorithm: JitsiAlgorithm): Promise<string> {
  if (algorithm === 'HS256') return randomBytes(32).toString('hex');
  const { privateKey } = await makePair('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  return privateKey;
}
