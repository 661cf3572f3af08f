import {
  fillCanned,
  firstNameOf,
  type CannedPart,
  type CannedValues,
  type CannedVariable,
} from '../../../plugins/attendance/protocol/shared/text/canned-text';
import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { CannedResponse } from '../../../plugins/attendance/protocol/tools/tools';

/** Text typed after a `/` that is first or after white space, up to the caret. */
export interface CannedQuery {
  /** Index of the `/` in the text. */
  readonly from: number;
  readonly query: string;
}

const QUERY = /(?:^|\s)\/((?:[^\s/][^\n/]{0,40})?)$/u;

export function cannedQueryIn(text: string, caret: number): CannedQuery | null {
  const before = text.slice(0, caret);
  const query = QUERY.exec(before)?.[1];
  return query === undefined ? null : { from: before.length - query.length - 1, query };
}

const MARKS = /\p{M}/gu;

/**
 * Returns a text without capitals and accents, which nobody types in a search. Combining marks go first, as in
 * `foldText`.
 */
function plain(text: string): string {
  return text.replace(MARKS, '').normalize('NFD').replace(MARKS, '').toLowerCase();
}

/**
 * Returns a response's rank, smaller is better: the shortcut itself, its beginning, words of the title, anywhere. Null
 * when a word is missing.
 */
function rankOf({ body, shortcut, title }: CannedResponse, words: readonly string[]): number | null {
  const [key, name, text] = [plain(shortcut), plain(title), plain(body)];
  const query = words.join(' ');
  if (key === query) return 0;
  if (key.startsWith(query)) return 1;
  const inName = name.split(/\s+/);
  if (words.every((word) => inName.some((each) => each.startsWith(word)))) return 2;
  const isFound = words.every((word) => [key, name, text].some((each) => each.includes(word)));
  return isFound ? 3 : null;
}

/** Ranks responses by shortcut, then by words; within one rank in the order given. All of them for an empty query. */
export function searchCanned(responses: readonly CannedResponse[], query: string): readonly CannedResponse[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return responses;
  return responses
    .flatMap((response) => {
      const rank = rankOf(response, words);
      return rank === null ? [] : [{ response, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ response }) => response);
}

/** Returns the responses of the interaction's department, and those for all. */
export function offeredIn(
  responses: readonly CannedResponse[],
  { department }: Pick<AgentInteraction, 'department'>,
): readonly CannedResponse[] {
  return responses.filter(({ departmentId }) => departmentId === null || departmentId === department?.id);
}

export function cannedValues(
  { protocolNumber, siteName, visitor }: AgentInteraction,
  agentName: string,
): CannedValues {
  return {
    'visitor.name': visitor.name,
    'visitor.firstName': firstNameOf(visitor.name),
    'visitor.email': visitor.email,
    'agent.name': agentName,
    'interaction.protocol': protocolNumber,
    'site.name': siteName,
  };
}

/** Returns the placeholder of an unknown value, which is in the text until the agent has filled it in. */
function blankOf(label: string): string {
  return `[[${label}]]`;
}

export function textOfParts(
  parts: readonly CannedPart[],
  labelOf: (variable: CannedVariable) => string,
): string {
  return parts.map((part) => (part.kind === 'blank' ? blankOf(labelOf(part.variable)) : part.text)).join('');
}

export function previewOf(response: CannedResponse, values: CannedValues): readonly CannedPart[] {
  return fillCanned(response.body, values);
}

export interface Blank {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Returns the placeholders that are still to be filled in, in the order of the text. */
export function blanksIn(text: string, labels: readonly string[]): readonly Blank[] {
  return labels
    .flatMap((label) => {
      const mark = blankOf(label);
      const found: Blank[] = [];
      for (let from = text.indexOf(mark); from >= 0; from = text.indexOf(mark, from + mark.length))
        found.push({ label, from, to: from + mark.length });
      return found;
    })
    .sort((one, other) => one.from - other.from);
}
