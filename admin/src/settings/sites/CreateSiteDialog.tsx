import { useState, type FormEvent } from 'react';
import { Button, Field, Modal, TextInput } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { send } from '../data/send';

/** Dialog of a new site, which needs a name; everything else begins as the product has it, and is edited next. */
export function CreateSiteDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '') return setError(t('settings.required'));
    setSending(true);
    const outcome = await send<SiteSettings>('post', '/attendance/sites', { name });
    setSending(false);
    if (outcome.ok) navigate(String(outcome.data.id));
    else setError(t(`ui.error.${outcome.code}`));
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <form onSubmit={(event) => void create(event)}>
          <Modal.Header>
            <Modal.Title>{t('settings.sites.add')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root hint={t('settings.sites.name.hint')} error={error ?? false}>
              <Field.Label>{t('settings.sites.name')}</Field.Label>
              <TextInput
                value={name}
                maxLength={60}
                onChange={({ target }: { target: HTMLInputElement }) => {
                  setError(null);
                  setName(target.value);
                }}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Modal.Body>
          <Modal.Footer>
            <Modal.Close>
              <Button variant="tertiary">{t('ui.cancel')}</Button>
            </Modal.Close>
            <Button type="submit" loading={isSending}>
              {t('settings.sites.create')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
