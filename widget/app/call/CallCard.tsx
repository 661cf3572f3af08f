interface CallAction {
  readonly text: string;
  readonly isPrimary?: boolean;
  readonly act: () => void;
}

interface CallCardProps {
  readonly title: string;
  readonly text?: string;
  readonly isWaiting?: boolean;
  /** Whether a screen reader announces the card at once (assertive) instead of when it is done speaking. */
  readonly isUrgent?: boolean;
  readonly actions: readonly CallAction[];
}

/** A card with a sentence about the call and its actions. It appears by itself, so it never takes the focus. */
export function CallCard({ title, text, isWaiting, isUrgent, actions }: CallCardProps) {
  return (
    <section className="call-card">
      <div role={isUrgent ? 'alert' : 'status'}>
        <h2>{title}</h2>
        {text && <p className="hint">{text}</p>}
      </div>
      {isWaiting && <span className="pace" aria-hidden="true" />}
      {actions.length > 0 && (
        <div className="choices">
          {actions.map(({ text: label, isPrimary, act }, index) => (
            <button
              key={label}
              type="button"
              className={isPrimary ? 'primary' : 'secondary'}
              data-focus={index === 0 ? '' : undefined}
              onClick={act}
            >
              {label}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
