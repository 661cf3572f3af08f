import { useState, type ReactNode } from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import type { Refused } from '../../realtime/supervision-commands';
import { shade } from '../../ui/styles/surfaces';
import { refusalText } from './refusal-text';

const Body = styled.div`
  display: flex;
  flex-direction: column;
  gap: 16px;
  width: 100%;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Refusal = styled.p`
  padding: 10px 12px;
  border-radius: 8px;
  background: ${shade('warning')};
  font-weight: 600;
`;

interface ConfirmDialogProps {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  /** Whether what follows cannot be taken back. */
  readonly isDanger?: boolean;
  readonly isDisabled?: boolean;
  /** Fields between the text and the buttons. */
  readonly children?: ReactNode;
  /** Does it; resolves with what was refused, which is then told in the dialog. */
  readonly onConfirm: () => Promise<Refused>;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Dialog that says what a supervisor's act does before it is done, and why it was refused where it was. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useTexts();
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState('');
  const confirm = async (): Promise<void> => {
    setSending(true);
    setRefusal('');
    const refused = await props.onConfirm();
    setSending(false);
    if (refused === null) props.onDone();
    else setRefusal(refusalText(refused, t));
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && props.onClose()}>
      <Dialog.Content>
        <Dialog.Header>{props.title}</Dialog.Header>
        <Dialog.Body>
          <Body>
            <Dialog.Description>{props.body}</Dialog.Description>
            {props.children}
            <div role="status">{refusal !== '' && <Refusal>{refusal}</Refusal>}</div>
          </Body>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {t('ui.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            fullWidth
            variant={props.isDanger === true ? 'danger' : 'default'}
            loading={isSending}
            disabled={props.isDisabled === true}
            onClick={() => void confirm()}
          >
            {props.confirm}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
