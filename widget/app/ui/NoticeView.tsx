import { Icon } from './Icon';

interface NoticeViewProps {
  readonly isDone?: boolean;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

/** A screen with one sentence in the middle and the next step: for thanks, and for errors. */
export function NoticeView({ isDone, title, text, action, onAction }: NoticeViewProps) {
  return (
    <div className="view centred">
      <span className={isDone ? 'mark' : 'mark fault'}>
        <Icon name={isDone ? 'done' : 'fault'} />
      </span>
      <div role="status">
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      <button type="button" className="secondary" data-focus="" onClick={onAction}>
        {action}
      </button>
    </div>
  );
}
