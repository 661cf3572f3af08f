import type { Tag } from '../../../../plugins/attendance/protocol/tools/tools';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { useTexts } from '../../i18n/useTexts';
import { TagChip } from '../../tags/TagChip';
import { TextField } from '../fields';
import { SettingsFrame } from '../SettingsFrame';
import { CollectionPage } from './CollectionPage';
import { SwatchField, TAG_COLOURS } from './SwatchField';
import { useCollection } from './useCollection';

const PATH = '/attendance/tags';

/** Settings page of tags with colours [C9]. */
export function TagsPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.tools.tags')} path={PATH}>
      {(tags) => <TagList initial={tags} />}
    </SettingsFrame>
  );
}

const keyOf = (name: string): string => name.trim().normalize('NFC').toLowerCase();

function TagList({ initial }: { readonly initial: readonly Tag[] }) {
  const t = useTexts();
  const api = useCollection<Tag>(PATH, initial);
  const nextColour = TAG_COLOURS[api.entries.length % TAG_COLOURS.length] ?? TAG_COLOURS[0];
  return (
    <CollectionPage
      api={api}
      view={{
        title: t('settings.tools.tags'),
        intro: t('settings.tools.tags.intro'),
        empty: t('settings.tools.tags.empty'),
        newLabel: t('settings.tools.tags.new'),
        editTitle: t('settings.tools.tags.editTitle'),
        blank: { name: '', colour: nextColour, isArchived: false },
        nameOf: ({ name }) => name,
        searchTextOf: ({ name }) => name,
        row: (tag) => <TagChip tag={tag} />,
        faultsOf: ({ name }, others) => ({
          ...(name.trim() === '' && { name: t('settings.tools.required') }),
          ...(others.some((other) => keyOf(other.name) === keyOf(name)) && {
            name: t('settings.tools.taken'),
          }),
        }),
        form: ({ change, faults, value }) => (
          <>
            <TextField
              label={t('settings.tools.tags.name')}
              value={value.name}
              error={faults.name}
              maxLength={LIMITS.tagCodePoints}
              onChange={(name) => change({ name })}
            />
            <SwatchField
              label={t('settings.tools.tags.colour')}
              value={value.colour}
              onChange={(colour) => change({ colour })}
            />
            <div>
              <TagChip tag={{ id: 0 as Tag['id'], version: 0, ...value, name: value.name || '…' }} />
            </div>
          </>
        ),
      }}
    />
  );
}
