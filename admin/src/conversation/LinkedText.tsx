import { splitLinks } from '../../../plugins/attendance/protocol/links';

/** Text as text [C7]: never markup, whatever is in it; only addresses of known kinds can be followed. */
export function LinkedText({ text }: { readonly text: string }) {
  return (
    <>
      {splitLinks(text).map(({ href, text: piece }, index) =>
        href === undefined ? (
          piece
        ) : (
          <a key={index} href={href} target="_blank" rel="noopener noreferrer nofollow">
            {piece}
          </a>
        ),
      )}
    </>
  );
}
