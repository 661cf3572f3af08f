import {
  createContext,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { IconButton, Loader } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { cutText } from '../ui/styles/surfaces';
import { SaveButton } from './SaveButton';

const Frame = styled.dialog`
  position: fixed;
  inset: 0;
  width: 100%;
  max-width: none;
  height: 100%;
  max-height: none;
  padding: 0;
  border: 0;
  background: rgba(12, 12, 20, 0.94);
  color: #f6f6f9;
  &[open] {
    display: flex;
    flex-direction: column;
  }
`;

const Bar = styled.header`
  display: flex;
  align-items: center;
  gap: 8px;
  padding: 10px 12px 10px 20px;
  h2 {
    ${cutText}
    flex: 1;
    font-size: 1.4rem;
    font-weight: 500;
    line-height: 2rem;
  }
  button {
    border: 0;
    background: rgba(255, 255, 255, 0.1);
    color: #f6f6f9;
  }
  button:hover {
    background: rgba(255, 255, 255, 0.2);
  }
  button:focus-visible {
    outline: 2px solid #ffffff;
    outline-offset: 2px;
  }
  button svg path {
    fill: #f6f6f9;
  }
`;

const Middle = styled.div`
  display: grid;
  flex: 1;
  place-items: center;
  min-height: 0;
  padding: 0 12px 16px;
  img {
    max-width: 100%;
    max-height: 100%;
    min-height: 0;
    object-fit: contain;
  }
`;

type Show = (picture: Attachment) => void;

const Stage = createContext<Show>(() => undefined);

/** Returns the function that shows a picture of a message whole. */
export function useStage(): Show {
  return useContext(Stage);
}

/** Provides the viewer of pictures around the messages: it stays open wherever the list scrolls meanwhile. */
export function PictureStage({ children }: { readonly children: ReactNode }) {
  const [picture, setPicture] = useState<Attachment | null>(null);
  return (
    <Stage.Provider value={setPicture}>
      {children}
      {picture !== null && <Viewer picture={picture} onClose={() => setPicture(null)} />}
    </Stage.Provider>
  );
}

interface ViewerProps {
  readonly picture: Attachment;
  readonly onClose: () => void;
}

/**
 * Viewer in the browser's own modal dialog: it keeps the focus, Esc and a click beside the picture close it, and the
 * focus goes back.
 */
function Viewer({ onClose, picture }: ViewerProps) {
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const label = t('files.picture', { name: picture.name });
  // The dialog is closed while still mounted: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  useEffect(() => {
    currentSession()
      ?.files.reader.read(picture, 'whole')
      .then(setUrl, () => setFailed(true));
  }, [picture]);
  return (
    <Frame
      ref={dialog}
      aria-label={label}
      onCancel={onClose}
      onClick={({ target }) => {
        if (!(target instanceof Element) || target.closest('header, img') === null) onClose();
      }}
    >
      <Bar>
        <h2 dir="auto" title={picture.name}>
          {picture.name}
        </h2>
        <SaveButton file={picture} />
        <IconButton label={t('files.close')} onClick={onClose} withTooltip={false}>
          <Cross />
        </IconButton>
      </Bar>
      <Middle>
        {hasFailed && <p role="alert">{t('files.unavailable')}</p>}
        {!hasFailed && (url === null ? <Loader>{t('files.loading')}</Loader> : <img src={url} alt={label} />)}
      </Middle>
    </Frame>
  );
}
