/** The power sign of the family from which Strapi's icons are taken; Strapi's package lacks it. */
export function PowerIcon() {
  return (
    <svg viewBox="0 0 256 256" width="16" height="16" aria-hidden>
      <path
        fill="currentColor"
        d="M116 32a12 12 0 0 1 24 0v92a12 12 0 0 1-24 0Zm68 14a12 12 0 0 0-13 20 76 76 0 1 1-86 0 12 12 0 0 0-13-20 100 100 0 1 0 112 0"
      />
    </svg>
  );
}
