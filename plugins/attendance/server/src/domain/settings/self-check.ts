import type { CheckState, SelfCheck, SelfCheckDetail } from '../../../../protocol/settings/self-check';

/** State of this installation, as far as the server can find it out. */
export interface InstallationState {
  readonly sites: readonly { readonly name: string; readonly origins: readonly string[] }[];
  readonly cors: {
    readonly reach: 'listed' | 'any' | 'any-with-credentials' | 'unknown';
    readonly line: string;
  };
  /** Request of whoever runs the check: how it came in, and from where. */
  readonly request: {
    readonly protocol: 'http' | 'https';
    readonly host: string;
    /** The visitor's address as every limit and block reads it. */
    readonly address: string;
    readonly isForwarded: boolean;
    /** True when the forwarding proxy is trusted. */
    readonly isProxyTrusted: boolean;
  };
  readonly hasTrustedProxies: boolean;
  readonly journal: string;
  /** SQLite's number: 2 is a sync with every commit. */
  readonly synchronous: number;
  readonly canSendMail: boolean;
  readonly uploads: { readonly provider: string; readonly isWritable: boolean };
  readonly media: { readonly hasJitsi: boolean; readonly hasTurn: boolean; readonly hasStun: boolean };
  readonly hours: { readonly isOn: boolean; readonly timeZone: string };
  readonly serverTimeZone: string;
  readonly demoLogins: number;
  readonly isProduction: boolean;
  readonly versions: { readonly strapi: string; readonly node: string };
  /** Free bytes of the file system with the database; null where it cannot be asked. */
  readonly freeBytes: number | null;
}

const MIB = 1_048_576;
const FREE_WARNING = 2_048 * MIB;
const FREE_BAD = 256 * MIB;
const SYNCHRONOUS_FULL = 2;
/** The first Strapi that has all that we use, and the first Node. */
const STRAPI_MIN = [5, 53, 0] as const;
const NODE_MIN = [20, 12, 0] as const;
const ORDER: readonly CheckState[] = ['good', 'warning', 'bad'];

type Found = Omit<SelfCheckDetail, 'check'>;
const found = (state: CheckState, finding: string, values: Found['values'] = {}): Found => ({
  state,
  finding,
  values,
});

type Rules = Readonly<Record<SelfCheckDetail['check'], (state: InstallationState) => Found>>;

/** Rules, in the order in which they are shown. */
const RULES: Rules = {
  origins: ({ sites }) => {
    const lacking = sites.filter(({ origins }) => origins.length === 0);
    if (lacking.length > 0) return found('warning', 'none', { sites: namesOf(lacking) });
    const plain = sites.flatMap(({ origins }) => origins).filter((origin) => isPlain(origin));
    if (plain.length > 0) return found('warning', 'plain', { origins: plain.join(', ') });
    return found('good', 'listed', { count: String(sites.flatMap(({ origins }) => origins).length) });
  },
  cors: ({ cors: { line, reach } }) => {
    if (reach === 'any-with-credentials') return found('bad', 'any-with-credentials', { line });
    if (reach === 'unknown') return found('warning', 'unknown', { line });
    return found('good', reach);
  },
  https: ({ request: { host, protocol } }) => {
    if (protocol === 'https') return found('good', 'secure');
    return isLoopback(host) ? found('good', 'local') : found('bad', 'plain', { host });
  },
  proxies: ({ hasTrustedProxies, request: { address, isForwarded, isProxyTrusted } }) => {
    if (isForwarded)
      return found(isProxyTrusted ? 'good' : 'bad', isProxyTrusted ? 'trusted' : 'untrusted', { address });
    return found(hasTrustedProxies ? 'warning' : 'good', hasTrustedProxies ? 'unused' : 'direct', {
      address,
    });
  },
  durability: ({ journal, synchronous }) =>
    journal === 'wal' && synchronous === SYNCHRONOUS_FULL
      ? found('good', 'full')
      : found('bad', 'weak', { journal, synchronous: String(synchronous) }),
  mail: ({ canSendMail }) => (canSendMail ? found('good', 'configured') : found('warning', 'none')),
  uploads: ({ uploads: { isWritable, provider } }) =>
    isWritable ? found('good', 'ready', { provider }) : found('bad', 'read-only', { provider }),
  media: ({ media: { hasJitsi, hasStun, hasTurn } }) => {
    if (hasJitsi) return found('good', 'jitsi');
    if (hasTurn) return found('good', 'turn');
    return found('warning', hasStun ? 'stun' : 'local');
  },
  'time-zone': ({ hours: { isOn, timeZone }, serverTimeZone }) => {
    const values = { timeZone, serverTimeZone };
    if (!isOn) return found('good', 'always-open', values);
    return timeZone === 'UTC' ? found('warning', 'utc', values) : found('good', 'set', values);
  },
  demo: ({ demoLogins, isProduction }) => {
    const values = { count: String(demoLogins) };
    if (demoLogins === 0) return found('good', 'none', values);
    return isProduction ? found('bad', 'in-production', values) : found('warning', 'here', values);
  },
  versions: ({ versions }) =>
    isAtLeast(versions.strapi, STRAPI_MIN) && isAtLeast(versions.node, NODE_MIN)
      ? found('good', 'supported', versions)
      : found('bad', 'too-old', versions),
  disk: ({ freeBytes }) => {
    if (freeBytes === null) return found('warning', 'unknown');
    const values = { free: (freeBytes / (1_024 * MIB)).toFixed(1) };
    if (freeBytes < FREE_BAD) return found('bad', 'full', values);
    return freeBytes < FREE_WARNING ? found('warning', 'little', values) : found('good', 'room', values);
  },
};

/** [F7] Judges the installation: each check is good, to be looked at, or bad; the whole is as the worst of them. */
export function judgeInstallation(state: InstallationState): SelfCheck {
  const checks = (Object.keys(RULES) as SelfCheckDetail['check'][]).map((check) => ({
    check,
    ...RULES[check](state),
  }));
  const worst = Math.max(...checks.map(({ state }) => ORDER.indexOf(state)));
  return { state: ORDER[worst] ?? 'good', checks };
}

function namesOf(sites: InstallationState['sites']): string {
  return sites.map(({ name }) => name).join(', ');
}

/** Returns whether the origin has no encryption, and is not on this machine. */
function isPlain(origin: string): boolean {
  return origin.startsWith('http://') && !isLoopback(origin.slice('http://'.length));
}

/** `localhost`, with a port or without; browsers take these as secure. */
function isLoopback(host: string): boolean {
  const [name = ''] = host.startsWith('[') ? [host.slice(0, host.indexOf(']') + 1)] : host.split(':');
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]' || name.endsWith('.localhost');
}

function isAtLeast(version: string, minimum: readonly number[]): boolean {
  const parts = version
    .replace(/^v/, '')
    .split('.')
    .map((part) => Number.parseInt(part, 10));
  for (const [place, least] of minimum.entries()) {
    const part = parts[place] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
