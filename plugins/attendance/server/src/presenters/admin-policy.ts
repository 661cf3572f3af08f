/** Fallbacks of a directive that the policy does not name: the specification's own chain. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'script-src-elem': ['script-src', 'default-src'],
  'frame-src': ['child-src', 'default-src'],
};

/**
 * The admin panel's content security policy, letting in exactly this one script and the frame that it makes [M3]. A
 * policy that forbids neither stays as it is.
 */
export function allowDeployment(policy: string, scriptUrl: string): string {
  const { origin, pathname } = new URL(scriptUrl);
  const script = origin + pathname.replace(/[;,]/g, encodeURIComponent);
  return allow(allow(policy, 'script-src-elem', script), 'frame-src', origin);
}

function allow(policy: string, name: string, source: string): string {
  const directives = new Map(
    policy
      .split(';')
      .map((text) => text.trim().split(/\s+/))
      .map(([key = '', ...sources]) => [key.toLowerCase(), sources] as const)
      .filter(([key]) => key !== ''),
  );
  const inForce = [name, ...(FALLBACKS[name] ?? [])].find((each) => directives.has(each));
  if (inForce === undefined) return policy;
  const sources = (directives.get(inForce) ?? []).filter((each) => each !== "'none'");
  directives.set(name, [...sources, source]);
  return [...directives].map(([key, each]) => [key, ...each].join(' ')).join('; ');
}
