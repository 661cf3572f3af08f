import { Alert, Button } from '@strapi/design-system';

import { useTexts } from '../i18n/useTexts';
import type { Outcome } from '../strapi/request';
import { focusFirstFault } from './parts/focus-first-fault';
import type { Edited } from './data/useEdited';

interface SaveStatusProps {
  readonly outcome: Outcome<unknown> | null;
  readonly onReload: () => void;
}

/** Shows why saving failed, and what to do; nothing while all is well. */
export function SaveStatus({ onReload, outcome }: SaveStatusProps) {
  const t = useTexts();
  if (outcome === null || outcome.ok) return null;
  const isConflict = outcome.code === 'conflict';
  const text = isConflict
    ? t('settings.conflict.kept')
    : outcome.code === 'bad_request'
      ? t('settings.invalid', { message: outcome.message })
      : t(`ui.error.${outcome.code}`);
  return (
    <Alert
      variant="danger"
      closeLabel={t('ui.dismiss')}
      action={
        isConflict && (
          <Button size="S" variant="tertiary" onClick={onReload}>
            {t('settings.reload')}
          </Button>
        )
      }
    >
      {text}
    </Alert>
  );
}

interface SaveButtonProps<Data> {
  readonly edited: Edited<Data>;
  /** Whether something cannot be saved as it is; the field shows what. */
  readonly isInvalid?: boolean;
  /** Called on an attempt to save what is invalid. */
  readonly onRefused?: () => void;
}

/**
 * Button that saves, and shows that it has. What cannot be saved is pointed out rather than the button disabled [Z38].
 */
export function SaveButton<Data>({ edited, isInvalid = false, onRefused }: SaveButtonProps<Data>) {
  const t = useTexts();
  const { isDirty, isSaving, outcome } = edited;
  const isSaved = !isDirty && outcome?.ok === true;
  const save = (): void => {
    if (!isInvalid) return void edited.save();
    onRefused?.();
    focusFirstFault();
  };
  return (
    <Button disabled={!isDirty} loading={isSaving} onClick={save}>
      <span aria-live="polite">{t(isSaved ? 'settings.saved' : 'settings.save')}</span>
    </Button>
  );
}
