import { useState, type ReactNode } from 'react';
import { Alert, Button, Flex, Modal } from '@strapi/design-system';

import type { ErrorCode } from '../../../../plugins/attendance/protocol/shared/errors';
import { useTexts } from '../../i18n/useTexts';
import { draftOf, type CollectionApi, type DraftOf, type Entry } from './useCollection';

/** Faults by field; shown after an attempt to save. */
type Faults<Draft> = Readonly<Partial<Record<keyof Draft, string>>>;

export interface FormProps<Draft> {
  readonly value: Draft;
  readonly faults: Faults<Draft>;
  readonly change: (part: Partial<Draft>) => void;
}

export interface EditorView<Entity extends Entry> {
  readonly newLabel: string;
  readonly editTitle: string;
  readonly blank: DraftOf<Entity>;
  readonly nameOf: (entity: Entity) => string;
  readonly faultsOf: (draft: DraftOf<Entity>, others: readonly Entity[]) => Faults<DraftOf<Entity>>;
  readonly form: (props: FormProps<DraftOf<Entity>>) => ReactNode;
}

interface CollectionEditorProps<Entity extends Entry> {
  readonly view: EditorView<Entity>;
  readonly api: CollectionApi<Entity>;
  /** Entry to edit; null creates one. */
  readonly entity: Entity | null;
  readonly onClose: () => void;
}

/** Empty faults, which fit every kind of entry. */
const NO_FAULTS: Readonly<Record<never, string>> = {};

/** Dialog that edits one entry of a list. */
export function CollectionEditor<Entity extends Entry>({
  api,
  entity,
  onClose,
  view,
}: CollectionEditorProps<Entity>) {
  const t = useTexts();
  const [value, setValue] = useState<DraftOf<Entity>>(entity === null ? view.blank : draftOf(entity));
  const [hasTried, setTried] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const faults = view.faultsOf(
    value,
    api.entries.filter(({ id }) => id !== entity?.id),
  );
  const save = async (): Promise<void> => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    setSaving(true);
    const code = await (entity === null ? api.create(value) : api.update({ ...entity, ...value }));
    setSaving(false);
    setRefusal(code);
    if (code === null) onClose();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{entity === null ? view.newLabel : view.editTitle}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex
            tag="form"
            direction="column"
            alignItems="stretch"
            gap={4}
            onSubmit={(event: React.FormEvent) => {
              event.preventDefault();
              void save();
            }}
          >
            {refusal !== null && (
              <Alert
                variant="danger"
                closeLabel={t('ui.dismiss')}
                onClose={() => setRefusal(null)}
                action={
                  refusal === 'conflict' && (
                    <Button size="S" variant="tertiary" onClick={() => void api.refresh().then(onClose)}>
                      {t('settings.reload')}
                    </Button>
                  )
                }
              >
                {t(wordsFor(refusal))}
              </Alert>
            )}
            {view.form({
              value,
              faults: hasTried ? faults : NO_FAULTS,
              change: (part) => setValue((before) => ({ ...before, ...part })),
            })}
            {/* Enter in a field saves, as in every form. */}
            <input type="submit" hidden />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button loading={isSaving} onClick={() => void save()}>
            {t('settings.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function wordsFor(code: ErrorCode) {
  if (code === 'conflict') return 'settings.conflict.kept';
  return code === 'too_large' ? 'settings.tools.full' : (`ui.error.${code}` as const);
}
