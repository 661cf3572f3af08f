/** Effect that a command of Strapi's is about to have on this application's data. */
export interface Receiving {
  /** Content types of the plugin that it replaces. */
  readonly contentTypes: 'all' | 'some' | 'none';
  /** True when it replaces the files in the upload provider's folder. */
  readonly files: boolean;
}

const PREFIX = 'plugin::attendance.';

/**
 * Null for everything but `strapi import` and `strapi transfer --from`: those that write here.
 * @param command what follows the program's name on the command line
 * @param ours the plugin's content types
 */
export function readCommand(command: readonly string[], ours: readonly string[]): Receiving | null {
  const name = command.find((part) => !part.startsWith('-'));
  if (name !== 'import' && !(name === 'transfer' && valueOf(command, '--from') !== null)) return null;
  const only = listOf(command, '--only');
  const exclude = listOf(command, '--exclude') ?? [];
  const isIn = (part: string): boolean => only?.includes(part) !== false && !exclude.includes(part);
  const onlyTypes = listOf(command, '--only-content-types');
  const excludeTypes = listOf(command, '--exclude-content-types') ?? [];
  const replaced = ours.filter(
    (uid) => isIn('content') && onlyTypes?.includes(uid) !== false && !excludeTypes.includes(uid),
  );
  return {
    contentTypes: replaced.length === ours.length ? 'all' : replaced.length === 0 ? 'none' : 'some',
    files: isIn('files') && !exclude.includes('media-library'),
  };
}

export function uidOf(contentType: string): string {
  return `${PREFIX}${contentType}`;
}

function listOf(command: readonly string[], option: string): string[] | null {
  const value = valueOf(command, option);
  return value === null ? null : value.split(',').map((each) => each.trim());
}

/** Returns the value of `--option value` or `--option=value`. */
function valueOf(command: readonly string[], option: string): string | null {
  const index = command.findIndex((part) => part === option || part.startsWith(`${option}=`));
  const found = command[index];
  if (found === undefined) return null;
  return found === option ? (command[index + 1] ?? '') : found.slice(option.length + 1);
}
