export type Row = Readonly<Record<string, unknown>>;

export interface Stored {
  readonly id: number;
}

/** Returns the name that Strapi has for one of the plugin's content types. */
export const uidOf = (type: string) => `plugin::attendance.${type}` as 'admin::user';
