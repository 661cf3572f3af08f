import { Page } from '@strapi/strapi/admin';

import { useTexts } from '../../i18n/useTexts';
import { PERMISSION } from '../../strapi/plugin-id';
import { useMay } from '../../strapi/use-may';
import { Sentence } from '../Sentence';
import { BoardScreen } from './BoardScreen';

/** The page "Painel ao vivo" [D3], with the supervision of what it shows [R17]. */
export function BoardPage() {
  const t = useTexts();
  const mayAttend = useMay('attend');
  return (
    <Page.Protect permissions={[{ ...PERMISSION.supervise }]}>
      <Page.Title>{t('supervision.board.title')}</Page.Title>
      {mayAttend ? (
        <BoardScreen />
      ) : (
        // Only those who attend have the connection that the board comes by.
        <Sentence as="main" id="main-content" tabIndex={-1}>
          <p role="alert">{t('supervision.board.mayNotAttend')}</p>
        </Sentence>
      )}
    </Page.Protect>
  );
}
