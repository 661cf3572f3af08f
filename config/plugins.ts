interface Env {
  (name: string): string;
  array(name: string, fallback: string[]): string[];
  float(name: string, fallback: number): number;
}

export default ({ env }: { env: Env }) => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  attendance: {
    enabled: true,
    config: {
      // 0 lifts the limits, for load tests: a generator is one address, and writes faster than people do.
      addressLimitFactor: env.float('ATTENDANCE_ADDRESS_LIMIT_FACTOR', 1),
      connectionLimitFactor: env.float('ATTENDANCE_CONNECTION_LIMIT_FACTOR', 1),
      // Hosts of the company's own network that the server may call, such as its Jitsi: meet.intranet,meet.lan:8443
      privateHosts: env.array('ATTENDANCE_PRIVATE_HOSTS', []),
    },
  },
});
