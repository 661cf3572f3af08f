interface Env {
  (name: string, fallback?: string): string;
  array(name: string, fallback: string[]): string[];
  float(name: string, fallback: number): number;
}

const SMTP_PORT = 25;

/**
 * Returns the e-mail settings for a relay of the company's own, such as `localhost:25`: Strapi's own provider, without
 * encryption or a password. A provider of another kind is configured here as in any Strapi application.
 */
function toRelay(relay: string, from: string) {
  const address = `smtp://${relay}`;
  if (!URL.canParse(address)) throw new Error(`MAIL_RELAY is not host:port: ${relay}`);
  const { hostname, port } = new URL(address);
  return {
    provider: 'sendmail',
    // The provider's names for "always this one, whoever the letter is for".
    providerOptions: { devHost: hostname.replace(/^\[|\]$/g, ''), devPort: Number(port) || SMTP_PORT },
    settings: { defaultFrom: from, defaultReplyTo: from },
  };
}

export default ({ env }: { env: Env }) => {
  const relay = env('MAIL_RELAY', '');
  const monitorToken = env('ATTENDANCE_MONITOR_TOKEN', '');
  return {
    'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
    ...(relay !== '' && { email: { config: toRelay(relay, env('MAIL_FROM', 'no-reply@localhost')) } }),
    attendance: {
      enabled: true,
      config: {
        // 0 lifts the limits, for load tests: a generator is one address, and writes faster than people do.
        // Language and time zone of a new installation.
        language: env('ATTENDANCE_LANGUAGE', 'pt-BR'),
        timeZone: env('ATTENDANCE_TIME_ZONE', 'America/Sao_Paulo'),
        // Token of a monitor that requests GET /attendance/health.
        ...(monitorToken !== '' && { monitorToken }),
        addressLimitFactor: env.float('ATTENDANCE_ADDRESS_LIMIT_FACTOR', 1),
        connectionLimitFactor: env.float('ATTENDANCE_CONNECTION_LIMIT_FACTOR', 1),
        // Hosts of the company's own network that the server may call, such as its Jitsi: meet.intranet,meet.lan:8443
        privateHosts: env.array('ATTENDANCE_PRIVATE_HOSTS', []),
        ...(relay !== '' && { canSendMail: true }),
      },
    },
  };
};
