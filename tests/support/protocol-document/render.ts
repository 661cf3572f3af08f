import {
  agentCommands,
  agentFacts,
  agentHandshakeSchema,
} from '../../../plugins/attendance/protocol/wire/agent-events';
import type {
  CommandDefinition,
  FactDefinition,
} from '../../../plugins/attendance/protocol/schemas/commands';
import { ERROR_CODES, ERROR_MEANINGS } from '../../../plugins/attendance/protocol/shared/errors';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { PROTOCOL_VERSION, SOCKET_PATH } from '../../../plugins/attendance/protocol/shared/version';
import {
  visitorCommands,
  visitorFacts,
  visitorHandshakeSchema,
} from '../../../plugins/attendance/protocol/wire/visitor-events';
import { PER_MINUTE } from '../../../plugins/attendance/server/src/gateway/limits/address-limits';
import { BUDGETS } from '../../../plugins/attendance/server/src/gateway/limits/rate-limits';
import { commentOf, type Comments } from './comments';
import { HTTP_ENTITIES, WIRE_ENTITIES, type NamedSchema } from './entities';
import { ADMIN_ROUTES, PUBLIC_ROUTES, type DocumentedRoute } from './routes';
import { fieldsOf, nameSchema, recordType, shapeOf, type Shape } from './shapes';

for (const { name, schema } of [...WIRE_ENTITIES, ...HTTP_ENTITIES]) nameSchema(schema, name);

/** Fills the template: prose is written there, and the schemas' facts are put in its places. */
export function renderProtocol(template: string, comments: Comments): string {
  const parts = partsOf(comments);
  const used = new Set<string>();
  const text = template.replace(/\{\{([\w ]+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`the template asks for "${name}", which is not made`);
    used.add(name);
    return part;
  });
  const forgotten = Object.keys(parts).filter((name) => !used.has(name));
  if (forgotten.length > 0) throw new Error(`the template leaves out: ${forgotten.join(', ')}`);
  return text;
}

function partsOf(comments: Comments): Readonly<Record<string, string>> {
  return {
    version: String(PROTOCOL_VERSION),
    path: `\`${SOCKET_PATH}\``,
    'frame bytes': `${LIMITS.socketFrameBytes / 1_024} kB`,
    'visitor handshake': fieldTable(
      shapeOf(visitorHandshakeSchema, 'input'),
      'visitorHandshakeSchema',
      comments,
    ),
    'agent handshake': fieldTable(shapeOf(agentHandshakeSchema, 'input'), 'agentHandshakeSchema', comments),
    'visitor commands': commands(visitorCommands, 'visitorCommands', comments),
    'visitor facts': facts(visitorFacts, 'visitorFacts', comments),
    'agent commands': commands(agentCommands, 'agentCommands', comments),
    'agent facts': facts(agentFacts, 'agentFacts', comments),
    'wire entities': WIRE_ENTITIES.map((entity) => section(entity, comments)).join('\n\n'),
    'http entities': HTTP_ENTITIES.map((entity) => section(entity, comments)).join('\n\n'),
    'public routes': routeTable(PUBLIC_ROUTES),
    'admin routes': routeTable(ADMIN_ROUTES),
    errors: table(
      ['code', 'meaning'],
      ERROR_CODES.map((code) => [`\`${code}\``, ERROR_MEANINGS[code]]),
    ),
    budgets: table(
      ['class', 'at once', 'then, each second'],
      Object.entries(BUDGETS).map(([name, { burst, perSecond }]) => [name, String(burst), String(perSecond)]),
    ),
    'address budgets': table(
      ['act', 'each minute'],
      Object.entries(PER_MINUTE).map(([name, count]) => [name, String(count)]),
    ),
    limits: table(
      ['limit', 'value'],
      Object.entries(LIMITS).map(([name, value]) => [name, limitText(value)]),
    ),
  };
}

function commands(
  definitions: Readonly<Record<string, CommandDefinition>>,
  source: string,
  comments: Comments,
) {
  return Object.entries(definitions)
    .map(([name, { answer, payload, rate, summary }]) =>
      [
        `#### ${name}`,
        `${withoutIds(summary)} Budget: ${rate}.`,
        `Payload:`,
        fieldTables(shapeOf(payload, 'input'), `${source}.${name}.payload`, comments),
        `Answer:`,
        fieldTables(shapeOf(answer, 'output'), `${source}.${name}.answer`, comments),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function facts(definitions: Readonly<Record<string, FactDefinition>>, source: string, comments: Comments) {
  return Object.entries(definitions)
    .map(([name, { payload, summary }]) =>
      [
        `#### ${name}`,
        withoutIds(summary),
        fieldTables(shapeOf(payload, 'output'), `${source}.${name}.payload`, comments),
      ].join('\n\n'),
    )
    .join('\n\n');
}

function section({ name, schema, source, summary }: NamedSchema, comments: Comments): string {
  const whole = shapeOf(schema, 'input') as Shape & { $defs?: Record<string, Shape> };
  const shape = whole.$defs?.[name] ?? whole;
  return [`#### ${name}`, summary, fieldTables(shape, source, comments)].join('\n\n');
}

/** Returns one table for each form of a schema. */
function fieldTables(shape: Shape, source: string, comments: Comments): string {
  const variants = shape.oneOf ?? shape.anyOf ?? [shape];
  return variants.map((variant) => fieldTable(variant, source, comments)).join('\n\n');
}

function fieldTable(shape: Shape, source: string, comments: Comments): string {
  const record = recordType(shape);
  if (record !== null) return `An ${record}.`;
  const fields = fieldsOf(shape);
  if (fields.length === 0) return 'An empty object.';
  return table(
    ['field', 'type', 'meaning'],
    fields.map(({ isRequired, name, type }) => [
      `\`${name}\`${isRequired ? '' : ' (optional)'}`,
      type,
      withoutIds(commentOf(comments, source, name.replaceAll('[]', ''))),
    ]),
  );
}

function routeTable(routes: readonly DocumentedRoute[]): string {
  return table(
    ['route', 'answers', ''],
    routes.map(({ answer, method, note, path }) => [`\`${method} ${path}\``, answer, note]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`.replace(/ +/g, ' ');
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function limitText(value: number | Readonly<Record<string, number>>): string {
  if (typeof value === 'number') return String(value);
  return Object.entries(value)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', ');
}

/** Removes rule ids, which are for those who work on the code. */
function withoutIds(words: string): string {
  return words.replace(/ ?\[[A-Z]\d+(, [A-Z]\d+)*\]/g, '').replaceAll('|', '\\|');
}
