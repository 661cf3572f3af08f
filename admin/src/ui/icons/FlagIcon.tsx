import type { SVGProps } from 'react';

/** The flag of the family from which Strapi's icons are taken; Strapi's package lacks it. */
export function FlagIcon(props: SVGProps<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 256 256" width="1em" height="1em" aria-hidden {...props}>
      <path
        fill="currentColor"
        d="M232 56v120a8 8 0 0 1-2.76 6c-15.28 13.23-29.89 18-43.82 18-18.91 0-36.57-8.74-53-16.85C105.87 170 82.79 158.61 56 179.77V224a8 8 0 0 1-16 0V56a8 8 0 0 1 2.77-6c36-31.18 68.31-15.21 96.79-1.12C167 62.46 190.79 74.2 218.76 50A8 8 0 0 1 232 56Z"
      />
    </svg>
  );
}
