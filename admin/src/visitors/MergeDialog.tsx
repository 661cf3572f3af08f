import { useEffect, useState } from 'react';
import { Button, Loader, Modal } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts, type Translate } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { visitorName } from '../ui/format/visitor-name';
import { isDecided, linesOf, toChoices, type Chosen } from '../model/merge-draft';
import type { Comparison } from '../realtime/known-visitor-commands';
import { MergePreview } from './MergePreview';

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  min-height: 200px;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Warning = styled.p`
  padding: 10px 12px;
  border-radius: 8px;
  background: ${shade('warning')};
`;

interface MergeDialogProps {
  readonly interaction: AgentInteraction;
  readonly otherId: VisitorId;
  readonly onClose: () => void;
}

/** Dialog that merges two visitors, after showing who they are and what is kept [A4]. */
export function MergeDialog({ interaction, onClose, otherId }: MergeDialogProps) {
  const t = useTexts();
  const { toggleNotification } = useNotification();
  const [compared, reload] = useComparison(interaction, otherId);
  const fields = useAttendance(({ tools }) => tools.fields);
  const [chosen, setChosen] = useState<Chosen>(new Map());
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<ErrorCode | null>(null);
  const isHere = typeof compared !== 'string';
  const lines = isHere ? linesOf(compared.visitor, compared.other, fields) : [];
  const merge = async (): Promise<void> => {
    setSending(true);
    const session = currentSession();
    const refused =
      session === null
        ? 'unavailable'
        : await session.mergeVisitors(interaction.id, otherId, toChoices(lines, chosen));
    setSending(false);
    if (refused !== null) {
      setRefusal(refused);
      // The visitors have changed since they were shown.
      return reload();
    }
    toggleNotification({ type: 'success', message: t('visitors.merge.done') });
    onClose();
  };
  const canMerge = isHere && !compared.areBothLive && isDecided(lines, chosen);
  return (
    <Modal.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{t('visitors.merge.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Body>
            {compared === 'loading' && <Loader small />}
            {compared === 'failed' && <p>{t('visitors.merge.failed')}</p>}
            {isHere && (
              <>
                <MergePreview
                  visitors={[compared.visitor, compared.other]}
                  lines={lines}
                  chosen={chosen}
                  onChoose={(key, id) => setChosen((before) => new Map(before).set(key, id))}
                />
                <Warning>{warningText(compared, t)}</Warning>
              </>
            )}
            <div role="alert">
              {refusal !== null && (
                <p>{t(refusal === 'conflict' ? 'visitors.merge.changed' : `ui.error.${refusal}`)}</p>
              )}
            </div>
          </Body>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button loading={isSending} disabled={!canMerge} onClick={() => void merge()}>
            {t('visitors.merge.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Returns what the merge means, or why it is not possible. */
function warningText({ areBothLive, other, visitor }: Comparison, t: Translate): string {
  if (areBothLive) return t('visitors.merge.bothLive');
  const blocked = [visitor, other].filter(({ isBlocked }) => isBlocked);
  const words = t('visitors.merge.warning');
  return blocked.length === 1 && blocked[0] !== undefined
    ? `${t('visitors.merge.blocked', { name: visitorName(blocked[0], t) })} ${words}`
    : words;
}

type Compared = Comparison | 'loading' | 'failed';

function useComparison({ id }: AgentInteraction, otherId: VisitorId): readonly [Compared, () => void] {
  const [compared, setCompared] = useState<Compared>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    void currentSession()
      ?.compareVisitors(id, otherId)
      .then((comparison) => isWanted && setCompared(comparison ?? 'failed'));
    return () => {
      isWanted = false;
    };
  }, [id, otherId, attempt]);
  return [compared, () => setAttempt((before) => before + 1)];
}
