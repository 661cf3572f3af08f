import { useState } from 'react';
import { Button, Field, Loader, Modal, Searchbar, SearchForm, Textarea } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { ERROR_CODES } from '../../../plugins/attendance/protocol/shared/errors';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { countCodePoints } from '../../../plugins/attendance/protocol/shared/text/plain-text';
import { currentSession } from '../attendance/attendance';
import { useTexts, type Translate } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import { ChoiceList } from './ChoiceList';
import { choicesOf, toTarget, type Choice } from './choices';
import { useTargets } from './useTargets';

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Frame = styled.div`
  display: grid;
  place-items: center;
  height: min(300px, 36vh);
`;

/** Room for two lines: nothing moves when a target is chosen. */
const Outcome = styled.p`
  min-height: 4rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Refusal = styled.p`
  padding: 10px 12px;
  border-radius: 8px;
  background: ${shade('warning')};
  font-weight: 600;
`;

interface TransferDialogProps {
  readonly interaction: AgentInteraction;
  readonly onClose: () => void;
}

/** Dialog that transfers the interaction: target, note, and what the transfer means [R15]. */
export function TransferDialog({ interaction, onClose }: TransferDialogProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const targets = useTargets(interaction.id);
  const [typed, setTyped] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState('');
  const all = typeof targets === 'string' ? [] : choicesOf(targets, '');
  const chosen = all.find(({ key }) => key === chosenKey) ?? null;
  const isTooLong = countCodePoints(note) > LIMITS.transferNoteCodePoints;
  const name = visitorName(interaction.visitor, t);
  const transfer = async (to: Choice): Promise<void> => {
    setSending(true);
    const kept = note.trim() === '' ? '' : note;
    const refused = (await currentSession()?.transfer(interaction.id, toTarget(to), kept)) ?? null;
    setSending(false);
    if (refused !== null) return setRefusal(refusalText(refused, to.name, t));
    const done = to.kind === 'agent' ? 'transfer.done' : 'transfer.done.department';
    toggleNotification({ type: 'success', message: t(done, { name, to: to.name }) });
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('transfer.title', { name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Body>
            <SearchForm onSubmit={(event) => event.preventDefault()}>
              <Searchbar
                name="transfer-search"
                size="S"
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
                onClear={() => setTyped('')}
                clearLabel={t('transfer.clear')}
                placeholder={t('transfer.search')}
              >
                {t('transfer.search')}
              </Searchbar>
            </SearchForm>
            {targets === 'loading' && (
              <Frame>
                <Loader small />
              </Frame>
            )}
            {targets === 'failed' && <Frame>{t('transfer.failed')}</Frame>}
            {typeof targets !== 'string' && (
              <ChoiceList
                choices={choicesOf(targets, typed)}
                empty={t(all.length === 0 ? 'transfer.nobody' : 'transfer.empty')}
                chosenKey={chosenKey}
                onChoose={({ key }) => {
                  setChosenKey(key);
                  setRefusal('');
                }}
              />
            )}
            <Field.Root
              name="transferNote"
              hint={t('transfer.note.hint')}
              error={
                isTooLong &&
                t('conversation.composer.tooLong', { count: note.length, max: LIMITS.transferNoteCodePoints })
              }
            >
              <Field.Label>{t('transfer.note')}</Field.Label>
              <Textarea value={note} onChange={({ target }) => setNote(target.value)} />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <div role="status">
              {refusal === '' ? (
                <Outcome>{outcomeOf(interaction, chosen, t)}</Outcome>
              ) : (
                <Refusal>{refusal}</Refusal>
              )}
            </div>
          </Body>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            loading={isSending}
            disabled={chosen === null || chosen.obstacle !== null || isTooLong}
            onClick={() => chosen !== null && void transfer(chosen)}
          >
            {t('transfer.button')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

function outcomeOf(
  { awayUntil, call, visitorEndedAt }: AgentInteraction,
  chosen: Choice | null,
  t: Translate,
) {
  if (visitorEndedAt !== null) return t('transfer.obstacle.ended');
  if (awayUntil !== null) return t('transfer.obstacle.away');
  if (chosen === null) return t('transfer.choose');
  const key = chosen.kind === 'agent' ? 'transfer.toAgent' : 'transfer.toDepartment';
  const words = t(key, { to: chosen.name });
  return call?.state === 'connected' ? `${t('transfer.endsCall')} ${words}` : words;
}

type Refused = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof currentSession>>['transfer']>>>;

function refusalText(refused: Refused, to: string, t: Translate): string {
  if (refused === 'away' || refused === 'ended') return t(`transfer.obstacle.${refused}`);
  if (isErrorCode(refused)) return t(`ui.error.${refused}`);
  return t(`transfer.refused.${refused}`, { to });
}

function isErrorCode(refused: Refused): refused is (typeof ERROR_CODES)[number] {
  return ERROR_CODES.some((code) => code === refused);
}
