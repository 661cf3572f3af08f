import { wordsOf } from '../../../../protocol/shared/text/search-words';
import { readProtocolNumber } from '../interactions/protocol-number';

interface Named {
  readonly visitorName: string;
  readonly protocolNumber: string;
}

/** Returns whether each word of the text begins a word of the visitor's name, or the text is the protocol number; without words, true. */
export function isFoundBy({ protocolNumber, visitorName }: Named, text: string): boolean {
  const words = wordsOf(text);
  const names = wordsOf(visitorName);
  return (
    readProtocolNumber(text)?.protocolNumber === protocolNumber ||
    words.every((word) => names.some((name) => name.startsWith(word)))
  );
}
