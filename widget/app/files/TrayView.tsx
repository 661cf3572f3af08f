import { formatBytes } from '../../../plugins/attendance/files/check-file';
import { nameTypes } from '../../../plugins/attendance/protocol/shared/attachment-kinds';
import type { TrayEntry, TrayView as View } from '../../../plugins/attendance/files/tray';
import { CHAT_LIMITS } from '../../../plugins/attendance/protocol/shared/chat-limits';
import { isolate } from '../i18n/isolate';
import type { FileContext } from './file-part';
import { FileIcon } from './FileIcon';

interface TrayViewProps {
  readonly context: FileContext;
  readonly view: View;
  readonly hasLost: boolean;
  readonly onForget: () => void;
}

/** The list of the next message's attachments, each with its upload progress and, beside it, its error. */
export function TrayView({ context, hasLost, onForget, view }: TrayViewProps) {
  const { texts } = context;
  const isSending = view.entries.some(({ state }) => state.kind === 'sending');
  return (
    <div className="tray">
      <div role="alert">
        {view.isOverfull && <p className="fault">{texts.tooMany(CHAT_LIMITS.attachmentsOfMessage)}</p>}
        {hasLost && (
          <p className="fault lost">
            <span>{texts.lost}</span>
            <button type="button" className="icon" aria-label={texts.dismiss} onClick={onForget}>
              <FileIcon name="close" />
            </button>
          </p>
        )}
      </div>
      {view.entries.length > 0 && (
        <ul aria-label={texts.files}>
          {view.entries.map((entry) => (
            <Entry key={entry.key} context={context} entry={entry} />
          ))}
        </ul>
      )}
      <p className="unseen" role="status">
        {isSending ? texts.waits : ''}
      </p>
    </div>
  );
}

function Entry({ context, entry }: { readonly context: FileContext; readonly entry: TrayEntry }) {
  const { panel, texts, tray } = context;
  const { key, kind, name, previewUrl, size, state } = entry;
  const safe = isolate(name);
  const share = state.kind === 'sending' ? Math.round(state.share * 100) : 0;
  return (
    <li className={state.kind === 'failed' ? 'waiting wrong' : 'waiting'}>
      {previewUrl ? <img src={previewUrl} alt="" /> : <FileIcon name={kind ?? 'text'} />}
      <span className="file-name">
        <span dir="auto" title={name}>
          {name}
        </span>
        {state.kind === 'failed' ? (
          <small className="fault" role="alert">
            <span className="unseen">{texts.failed(safe)}: </span>
            {wordFailure(context, state.failure)}
          </small>
        ) : (
          <small>
            {formatBytes(size, panel.locale)}
            {state.kind === 'ready' && (
              <span className="unseen" role="status">
                {texts.ready(safe)}
              </span>
            )}
          </small>
        )}
        {state.kind === 'sending' && (
          <progress max={100} value={share} aria-label={texts.sending(safe, share)} />
        )}
      </span>
      {state.kind === 'failed' && state.canRetry && (
        <button
          type="button"
          className="icon"
          aria-label={texts.retry(safe)}
          title={texts.retry(name)}
          onClick={() => tray.retry(key)}
        >
          <FileIcon name="retry" />
        </button>
      )}
      <button
        type="button"
        className="icon"
        aria-label={texts.remove(safe)}
        title={texts.remove(name)}
        onClick={() => tray.remove(key)}
      >
        <FileIcon name="close" />
      </button>
    </li>
  );
}

function wordFailure(
  { panel, texts }: FileContext,
  failure: Extract<TrayEntry['state'], { kind: 'failed' }>['failure'],
): string {
  const { kinds = [], maxBytes = 0 } = panel.store.getState().config.uploads ?? {};
  if (failure === 'type') return texts.wrongType(nameTypes(kinds));
  if (failure === 'size') return texts.tooLarge(formatBytes(maxBytes, panel.locale));
  return texts.failure[failure];
}
