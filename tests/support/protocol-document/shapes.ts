import { z } from 'zod';

/** The part of JSON Schema that zod writes for our schemas. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: boolean | Shape;
  /** Shape of a record's keys. */
  readonly propertyNames?: Shape;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/** Returns the shape on the wire: `input` of what clients send, `output` of what the server sends. */
export function shapeOf(schema: z.ZodType, direction: 'input' | 'output'): Shape {
  return z.toJSONSchema(schema, { io: direction, unrepresentable: 'any' }) as Shape;
}

/** Registers a schema with a section of its own: everywhere else it is named, and linked. */
export function nameSchema(schema: z.ZodType, name: string): void {
  z.globalRegistry.add(schema, { ...z.globalRegistry.get(schema), id: name });
}

export interface Field {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** Returns one row for each field; fields of unnamed objects follow theirs, by dotted names. */
export function fieldsOf({ properties = {}, required = [] }: Shape, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([key, shape]) => {
    const name = `${prefix}${key}`;
    const isRequired = required.includes(key) && shape.default === undefined;
    const own = { name, type: typeOf(shape), isRequired };
    return [own, ...nestedOf(shape, name)];
  });
}

function nestedOf(shape: Shape, name: string): Field[] {
  if (shape.properties !== undefined) return fieldsOf(shape, `${name}.`);
  if (shape.items?.properties !== undefined) return fieldsOf(shape.items, `${name}[].`);
  const [only, ...others] = (shape.anyOf ?? []).filter(({ type }) => type !== 'null');
  return only?.properties !== undefined && others.length === 0 ? fieldsOf(only, `${name}.`) : [];
}

/** Returns a type as text. */
export function typeOf(shape: Shape): string {
  const { default: fallback, ...plain } = shape;
  if (fallback !== undefined) return `${typeOf(plain)}; ${JSON.stringify(fallback)} if absent`;
  const { $ref, const: literal, enum: values, items } = shape;
  if ($ref !== undefined) return linkTo($ref.replace('#/$defs/', ''));
  if (literal !== undefined) return `\`${JSON.stringify(literal)}\``;
  if (values !== undefined) return values.map((value) => `\`${JSON.stringify(value)}\``).join(' \\| ');
  const choices = shape.anyOf ?? shape.oneOf;
  if (choices !== undefined) return choices.map(typeOf).join(' or ');
  switch (shape.type) {
    case 'string':
      return stringType(shape);
    case 'integer':
      return shape.description ?? `integer${rangeOf(shape)}`;
    case 'array':
      return `list${boundsOf(shape.minItems, shape.maxItems)} of ${items === undefined ? 'anything' : typeOf(items)}`;
    case 'object':
      return recordType(shape) ?? 'object';
    case undefined:
      return 'anything';
    default:
      return typeof shape.type === 'string' ? shape.type : shape.type.join(' or ');
  }
}

/** Returns the values and keys of a record; null for an object whose fields have names. */
export function recordType({
  additionalProperties,
  propertyNames = {},
  required = [],
}: Shape): string | null {
  if (typeof additionalProperties !== 'object') return null;
  const values = `object of ${typeOf(additionalProperties)}`;
  const { enum: names } = propertyNames;
  if (names === undefined)
    return `${values}, by key${boundsOf(undefined, propertyNames.maxLength, ' characters')}`;
  const keys = names.map((name) => `\`${JSON.stringify(name)}\``).join(', ');
  return `${values}, for ${required.length === names.length ? 'each' : 'any'} of ${keys}`;
}

function linkTo(name: string): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function stringType({ description, maxLength, minLength, pattern }: Shape): string {
  const bounds = boundsOf(minLength, maxLength, ' characters');
  return `${description ?? 'string'}${bounds}${pattern === undefined ? '' : `, \`${pattern.replaceAll('|', '\\|')}\``}`;
}

function rangeOf({ exclusiveMinimum, maximum, minimum }: Shape): string {
  const from = exclusiveMinimum === undefined ? minimum : exclusiveMinimum + 1;
  const to = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  if (from === undefined || from === Number.MIN_SAFE_INTEGER) return '';
  return to === undefined ? ` from ${from}` : ` ${from} to ${to}`;
}

function boundsOf(least: number | undefined, most: number | undefined, unit = ''): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return ` (at least ${least}${unit})`;
  return least === undefined ? ` (at most ${most}${unit})` : ` (${least} to ${most}${unit})`;
}
