/** Icon of a mobile phone; Strapi's icons have only a receiver. */
export function PhoneIcon() {
  return (
    <svg aria-hidden width={16} height={16} viewBox="0 0 16 16" fill="currentColor">
      <path d="M5 1h6a1.5 1.5 0 0 1 1.5 1.5v11A1.5 1.5 0 0 1 11 15H5a1.5 1.5 0 0 1-1.5-1.5v-11A1.5 1.5 0 0 1 5 1Zm1.5 11.5v1h3v-1h-3Z" />
    </svg>
  );
}
