import { describe, expect, it } from 'vitest';

import * as en from '../../../plugins/attendance/protocol/lines/en';
import * as es from '../../../plugins/attendance/protocol/lines/es';
import {
  isInTranscript,
  isShownToVisitor,
  lineText,
} from '../../../plugins/attendance/protocol/lines/line-texts';
import * as ptBR from '../../../plugins/attendance/protocol/lines/pt-BR';
import type { SystemLine } from '../../../plugins/attendance/protocol/messages/messages';
import { SAMPLE_LINES } from '../../support/sample-lines';

const ALL: readonly SystemLine[] = Object.values(SAMPLE_LINES).flat();

describe.each([
  ['pt-BR', ptBR],
  ['en', en],
  ['es', es],
])('the system lines in %s', (_, { agentLines, transcriptLines, visitorLines }) => {
  it('have words for each reader, and hold no note', () => {
    const told = [
      ...ALL.map((line) => lineText(agentLines, line)),
      ...ALL.filter(isShownToVisitor).map((line) => lineText(visitorLines, line)),
      ...ALL.filter(isInTranscript).map((line) => lineText(transcriptLines, line)),
    ];
    expect(told.filter((text) => text === '' || /undefined|segredo/.test(text))).toEqual([]);
  });

  it('say the same of a call that starts to each reader, and of its end to the visitor twice', () => {
    for (const line of SAMPLE_LINES['call-started'])
      expect([lineText(visitorLines, line), lineText(transcriptLines, line)]).toEqual(
        Array(2).fill(lineText(agentLines, line)),
      );
    for (const line of SAMPLE_LINES['call-ended']) {
      expect(lineText(transcriptLines, line)).toBe(lineText(visitorLines, line));
      expect(lineText(agentLines, line)).toContain('3:12');
    }
  });

  it('are empty for a kind that only a newer server knows', () => {
    const unknown = { kind: 'weather' } as unknown as SystemLine;
    expect(lineText(agentLines, unknown)).toBe('');
    expect([unknown].filter(isShownToVisitor)).toEqual([]);
    expect([unknown].filter(isInTranscript)).toEqual([]);
  });
});
