import { createPrivateKey } from 'node:crypto';

import type { JitsiAlgorithm } from '../../../../protocol/calls/media-settings';

const RSA_BITS = 2_048;

/**
 * RS256 takes an RSA private key in PEM, of 2048 bits or more. HS256 takes any other text: a PEM there is a mix-up, and a
 * public key as a shared secret would let anybody sign who has it.
 */
export function acceptsKey(algorithm: JitsiAlgorithm, key: string): boolean {
  if (algorithm === 'HS256') return !key.includes('-----BEGIN');
  try {
    const { asymmetricKeyDetails, asymmetricKeyType } = createPrivateKey(key);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= RSA_BITS;
  } catch {
    return false;
  }
}
