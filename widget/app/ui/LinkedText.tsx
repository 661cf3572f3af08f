import { splitLinks } from '../../../plugins/attendance/protocol/shared/text/links';

/** Plain text in which web addresses are links [C7]. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {splitLinks(text).map((piece, index) =>
        piece.href ? (
          <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </>
  );
}
