interface Env {
  (name: string): string;
  float(name: string, fallback: number): number;
}

export default ({ env }: { env: Env }) => ({
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
  attendance: {
    enabled: true,
    config: {
      // Many people behind one address, or a load test, may need more than the product allows one; 0 lifts the limits.
      addressLimitFactor: env.float('ADDRESS_LIMIT_FACTOR', 1),
    },
  },
});
