import { styled } from 'styled-components';

const Drawing = styled.svg`
  path {
    fill: currentColor;
  }
`;

/** A printer with its sheet; Strapi's own icons have none. */
export function PrintIcon() {
  return (
    <Drawing viewBox="0 0 32 32" width="16" height="16" aria-hidden>
      <path
        d="M9 3h14a2 2 0 0 1 2 2v5h1a4 4 0 0 1 4 4v8a2 2 0 0 1-2 2h-3v3a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-3H4a2 2 0 0 1-2-2v-8a4 4 0 0 1 4-4h1V5a2 2 0 0 1 2-2Zm1 3v4h12V6H10Zm0 14v6h12v-6H10Zm15-6.500a1.500 1.500 0 1 0 0 3 1.500 1.500 0 0 0 0-3Z"
        fillRule="evenodd"
        clipRule="evenodd"
      />
    </Drawing>
  );
}
