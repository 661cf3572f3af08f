import { generateKeyPairSync, sign } from 'node:crypto';

/** A certificate made now, for tests: no file with a key is kept. */
export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

const TAG = { sequence: 0x30, set: 0x31, oid: 0x06, bits: 0x03, octets: 0x04, utf8: 0x0c, integer: 0x02 };
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const COMMON_NAME = [0x55, 0x04, 0x03];
const SUBJECT_ALT_NAME = [0x55, 0x1d, 0x11];
const DAY_MS = 86_400_000;

function der(tag: number, ...parts: (Buffer | number[])[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const utcTime = (time: number): Buffer =>
  der(0x17, Buffer.from(`${new Date(time).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));

function nameOf(host: string): Buffer {
  const attribute = der(TAG.sequence, der(TAG.oid, COMMON_NAME), der(TAG.utf8, Buffer.from(host)));
  return der(TAG.sequence, der(TAG.set, attribute));
}

/** Returns a host's alternative name: one of four numbers is an address, which a certificate names otherwise. */
function alternative(host: string): Buffer {
  const numbers = host.split('.').map(Number);
  return numbers.length === 4 && numbers.every((each) => each >= 0)
    ? der(0x87, numbers)
    : der(0x82, Buffer.from(host));
}

/**
 * Returns a certificate: X.509 version 3, ECDSA over P-256, valid from yesterday until tomorrow, for all of the hosts.
 */
export function makeSelfSigned(hosts: readonly [string, ...string[]]): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = der(TAG.sequence, der(TAG.oid, ECDSA_SHA256));
  const names = der(TAG.sequence, ...hosts.map(alternative));
  const extension = der(TAG.sequence, der(TAG.oid, SUBJECT_ALT_NAME), der(TAG.octets, names));
  const subject = nameOf(hosts[0]);
  const body = der(
    TAG.sequence,
    der(0xa0, der(TAG.integer, [2])),
    der(TAG.integer, [1]),
    algorithm,
    subject,
    der(TAG.sequence, utcTime(Date.now() - DAY_MS), utcTime(Date.now() + DAY_MS)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(TAG.sequence, extension)),
  );
  const signature = der(TAG.bits, [0], sign('sha256', body, privateKey));
  const certificate = der(TAG.sequence, body, algorithm, signature).toString('base64');
  const lines = certificate.match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}
