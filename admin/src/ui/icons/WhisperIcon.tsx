/** The bubble of what is whispered: three dots, as of words that not everybody hears. */
export function WhisperIcon() {
  return (
    <svg viewBox="0 0 256 256" width="12" height="12" aria-hidden>
      <path
        fill="currentColor"
        d="M216 40H40a16 16 0 0 0-16 16v128a16 16 0 0 0 16 16h40l40 36a12 12 0 0 0 16 0l40-36h40a16 16 0 0 0 16-16V56a16 16 0 0 0-16-16M84 136a14 14 0 1 1 14-14 14 14 0 0 1-14 14m44 0a14 14 0 1 1 14-14 14 14 0 0 1-14 14m44 0a14 14 0 1 1 14-14 14 14 0 0 1-14 14"
      />
    </svg>
  );
}
