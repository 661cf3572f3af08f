import type { Panel } from '../panel/panel';

/** The second step of "Encerrar". Escape takes it back. */
export function ConfirmEnd({ panel }: { readonly panel: Panel }) {
  const { texts, store, session } = panel;
  return (
    <div className="sheet" role="alertdialog" aria-labelledby="end-question">
      <h2 id="end-question">{texts.endQuestion}</h2>
      <button type="button" className="primary danger" onClick={() => void session.end()}>
        {texts.end}
      </button>
      <button
        type="button"
        className="secondary"
        data-focus=""
        onClick={() => store.dispatch({ type: 'end:confirming', isConfirming: false })}
      >
        {texts.keepTalking}
      </button>
    </div>
  );
}
