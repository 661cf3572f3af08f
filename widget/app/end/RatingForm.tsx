import { useRef, useState } from 'react';

import type { RatingScale } from '../../../plugins/attendance/protocol/interactions/ratings';
import type { EndProps } from './EndArea';
import { EndIcon } from './EndIcon';

interface RatingProps extends EndProps {
  readonly scale: RatingScale;
  readonly asksComment: boolean;
}

/**
 * The comment's largest length in code points: LIMITS.ratingCommentCodePoints, copied because an import would move all limits out
 * of the panel's own script into one more file.
 */
const COMMENT_MAX = 1_000;

type Stage = 'asked' | 'rated' | 'commented';

/** The form that rates an interaction: one click rates it, a comment may follow, and another click changes the score. */
export function RatingForm({ panel, texts, interactionId, scale, asksComment }: RatingProps) {
  const [score, setScore] = useState<number | null>(null);
  const [stage, setStage] = useState<Stage>('asked');
  const [fault, setFault] = useState('');
  const [comment, setComment] = useState('');
  /** The rating as the server holds it, and the number of the last click: a response to an earlier click is not shown. */
  const last = useRef({ stored: null as number | null, comment: '', click: 0 });

  async function give(chosen: number, words: string): Promise<void> {
    const { current } = last;
    const click = ++current.click;
    setScore(chosen);
    setFault('');
    const answer = await panel.wire.command('rating:give', {
      interactionId,
      rating: { scale, score: chosen, comment: words },
    });
    if (answer.ok) {
      current.stored = chosen;
      current.comment = words;
    }
    if (click !== current.click) return;
    if (answer.ok) return setStage(words ? 'commented' : 'rated');
    setScore(current.stored);
    setFault(answer.error.code === 'conflict' ? texts.ratingClosed : texts.ratingFailed);
  }

  const choices = scale === 'thumbs' ? [1, 0] : [1, 2, 3, 4, 5];
  const nameOf = (value: number) => (scale === 'stars' ? texts.stars(value) : value ? texts.up : texts.down);
  return (
    <section className="rating">
      <h3 id="rating-title">{texts.howWasIt}</h3>
      <div className={`rating-choices ${scale}`} role="group" aria-labelledby="rating-title">
        {choices.map((value) => (
          <button
            key={value}
            type="button"
            className="rating-choice"
            aria-pressed={score === value}
            data-is-lit={scale === 'stars' ? score !== null && value <= score : score === value}
            aria-label={nameOf(value)}
            title={nameOf(value)}
            onClick={() => void give(value, last.current.comment)}
          >
            <EndIcon name={scale === 'stars' ? 'star' : value ? 'up' : 'down'} />
          </button>
        ))}
      </div>
      <p className="hint" role="status">
        {stage === 'rated' ? texts.thanks : stage === 'commented' ? texts.commentThanks : ''}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {asksComment && stage === 'rated' && score !== null && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (comment.trim()) void give(score, comment.trim());
          }}
        >
          <label htmlFor="rating-comment">{texts.comment}</label>
          <textarea
            id="rating-comment"
            rows={2}
            maxLength={COMMENT_MAX}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" className="secondary" disabled={!comment.trim()}>
            {texts.sendComment}
          </button>
        </form>
      )}
    </section>
  );
}
