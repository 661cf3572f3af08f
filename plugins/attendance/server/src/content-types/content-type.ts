/** Attribute of a content type, in Strapi's shape. */
export interface Attribute {
  readonly type: 'integer' | 'biginteger' | 'string' | 'text' | 'json' | 'boolean';
  readonly default?: unknown;
  readonly required?: boolean;
}

export interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly type?: 'unique';
}

export const id: Attribute = { type: 'integer' };
/** The id that a row was given first, in tables whose rows are named by others: Strapi's import numbers rows anew. */
export const originId: Attribute = { type: 'integer' };
export const time: Attribute = { type: 'biginteger' };
export const line: Attribute = { type: 'string', default: '' };
export const text: Attribute = { type: 'text', default: '' };
export const counter: Attribute = { type: 'integer', default: 0 };
export const json: Attribute = { type: 'json' };

export function contentType(
  singularName: string,
  attributes: Readonly<Record<string, Attribute>>,
  indexes: readonly Index[] = [],
) {
  return {
    schema: {
      kind: 'collectionType' as const,
      collectionName: `attendance_${singularName.replaceAll('-', '_')}s`,
      info: { singularName, pluralName: `${singularName}s`, displayName: `Attendance ${singularName}` },
      options: { draftAndPublish: false },
      pluginOptions: {
        'content-manager': { visible: false },
        'content-type-builder': { visible: false },
      },
      // Strapi writes into an attribute: none may be shared.
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, attribute]) => [name, { ...attribute }]),
      ),
      indexes,
    },
  };
}
