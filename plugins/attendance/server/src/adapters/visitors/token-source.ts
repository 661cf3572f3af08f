import { createHash, randomBytes } from 'node:crypto';

import type { TokenSource } from '../../application/visitors/token-source';

/** 256 random bits: nobody guesses one, so a plain hash at rest is enough. */
const TOKEN_BYTES = 32;
const FAMILY_BYTES = 16;

export const tokenSource: TokenSource = {
  newToken: () => randomBytes(TOKEN_BYTES).toString('base64url'),
  newFamily: () => randomBytes(FAMILY_BYTES).toString('hex'),
  hashOf: (secret) => createHash('sha256').update(secret).digest('hex'),
};
