import { splitLinks } from '../../../../plugins/attendance/protocol/shared/text/links';
import { MarkedText } from '../../ui/MarkedText';

const NONE: readonly string[] = [];

interface LinkedTextProps {
  readonly text: string;
  /** Search words to highlight in the text, if there are any. */
  readonly words?: readonly string[];
}

/** Renders a text as text [C7]: never markup, whatever is in it; only addresses of known kinds become links. */
export function LinkedText({ text, words = NONE }: LinkedTextProps) {
  return (
    <>
      {splitLinks(text).map(({ href, text: piece }, index) =>
        href === undefined ? (
          <MarkedText key={index} text={piece} words={words} />
        ) : (
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
            <MarkedText text={piece} words={words} />
          </a>
        ),
      )}
    </>
  );
}
