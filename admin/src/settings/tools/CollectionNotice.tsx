import { Alert, Button } from '@strapi/design-system';

import { useTexts, type Translate } from '../../i18n/useTexts';
import type { CollectionApi, Entry, Notice } from './useCollection';

interface CollectionNoticeProps<Entity extends Entry> {
  readonly api: CollectionApi<Entity>;
  readonly nameOf: (entity: Entity) => string;
}

/** Notice of the last act, which can be undone, or of its refusal. */
export function CollectionNotice<Entity extends Entry>({ api, nameOf }: CollectionNoticeProps<Entity>) {
  const t = useTexts();
  const { notice } = api;
  return (
    <div role="status">
      {notice !== null && (
        <Alert
          variant={notice.kind === 'refused' ? 'danger' : 'default'}
          closeLabel={t('ui.dismiss')}
          onClose={api.dismiss}
          action={<NoticeAction api={api} notice={notice} />}
        >
          {noticeText(notice, nameOf, t)}
        </Alert>
      )}
    </div>
  );
}

function NoticeAction<Entity extends Entry>({
  api,
  notice,
}: {
  readonly api: CollectionApi<Entity>;
  readonly notice: Notice<Entity>;
}) {
  const t = useTexts();
  if (notice.kind === 'refused') return null;
  if (notice.kind === 'in-use')
    return (
      <Button size="S" variant="tertiary" onClick={() => void api.archive(notice.entity, true)}>
        {t('settings.tools.archive')}
      </Button>
    );
  return (
    <Button size="S" variant="tertiary" onClick={() => void api.undo()}>
      {t('settings.tools.undo')}
    </Button>
  );
}

function noticeText<Entity>(
  notice: Notice<Entity>,
  nameOf: (entity: Entity) => string,
  t: Translate,
): string {
  if (notice.kind === 'refused') return t(`ui.error.${notice.code}`);
  const name = nameOf(notice.entity);
  if (notice.kind === 'in-use') return t('settings.tools.inUse', { name });
  return t(notice.kind === 'archived' ? 'settings.tools.archivedDone' : 'settings.tools.deleted', { name });
}
