import type { Panel } from '../panel/panel';

/** The confirmation that "Encerrar" asks for before it ends the interaction. Escape cancels it. */
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
