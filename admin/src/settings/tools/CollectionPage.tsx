import { useState, type ReactNode } from 'react';
import { Box, Button, Flex, IconButton, Searchbar, Typography } from '@strapi/design-system';
import { Archive, ArrowsCounterClockwise, Pencil, Plus, Trash } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { CollectionEditor, type EditorView } from './CollectionEditor';
import { CollectionNotice } from './CollectionNotice';
import type { CollectionApi, Entry } from './useCollection';

const Rows = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;

const Row = styled.li`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 60px;
  padding: 10px 24px;
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  > div:first-child {
    flex: 1;
    min-width: 0;
  }
  @media (max-width: 479px) {
    flex-wrap: wrap;
    padding-inline: 16px;
    > div:first-child {
      flex-basis: 100%;
    }
  }
`;

interface CollectionView<Entity extends Entry> extends EditorView<Entity> {
  readonly title: string;
  readonly intro: string;
  readonly empty: string;
  /** Renders an entry's row. */
  readonly row: (entity: Entity) => ReactNode;
  /** Renders further actions on an entry, before the usual ones. */
  readonly actions?: (entity: Entity) => ReactNode;
  readonly searchTextOf: (entity: Entity) => string;
}

interface CollectionPageProps<Entity extends Entry> {
  readonly view: CollectionView<Entity>;
  readonly api: CollectionApi<Entity>;
}

const isArchived = (entity: Entry): boolean => 'isArchived' in entity && entity.isArchived === true;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Page of a list that admins keep: searched, added to, edited, deleted with undo; entries in use are archived. */
export function CollectionPage<Entity extends Entry>({ api, view }: CollectionPageProps<Entity>) {
  const t = useTexts();
  const [query, setQuery] = useState('');
  const [edited, setEdited] = useState<Entity | 'new' | null>(null);
  const shown = api.entries.filter((entity) =>
    plain(view.searchTextOf(entity)).includes(plain(query.trim())),
  );
  return (
    <Page.Main>
      <Layouts.Header
        title={view.title}
        subtitle={view.intro}
        primaryAction={
          <Button startIcon={<Plus />} onClick={() => setEdited('new')}>
            {view.newLabel}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={10}>
          <CollectionNotice api={api} nameOf={view.nameOf} />
          {api.entries.length > 0 && (
            <Box maxWidth="360px">
              <Searchbar
                name="search"
                value={query}
                clearLabel={t('ui.cancel')}
                placeholder={t('settings.tools.search')}
                onChange={({ target }) => setQuery(target.value)}
                onClear={() => setQuery('')}
              >
                {t('settings.tools.search')}
              </Searchbar>
            </Box>
          )}
          <Box background="neutral0" hasRadius shadow="filterShadow">
            {shown.length === 0 ? (
              <Box padding={8}>
                <Typography tag="p" textColor="neutral600" textAlign="center">
                  {query === '' ? view.empty : t('settings.tools.noMatch', { query })}
                </Typography>
              </Box>
            ) : (
              <Rows aria-label={view.title}>
                {shown.map((entity) => (
                  <Row key={entity.id}>
                    <div>{view.row(entity)}</div>
                    {isArchived(entity) && (
                      <Typography variant="pi" textColor="neutral600">
                        {t('settings.tools.archived')}
                      </Typography>
                    )}
                    <Flex gap={1}>
                      {view.actions?.(entity)}
                      <EntryActions api={api} entity={entity} nameOf={view.nameOf} onEdit={setEdited} />
                    </Flex>
                  </Row>
                ))}
              </Rows>
            )}
          </Box>
        </Flex>
      </Layouts.Content>
      {edited !== null && (
        <CollectionEditor
          view={view}
          api={api}
          entity={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Page.Main>
  );
}

interface EntryActionsProps<Entity extends Entry> {
  readonly api: CollectionApi<Entity>;
  readonly entity: Entity;
  readonly nameOf: (entity: Entity) => string;
  readonly onEdit: (entity: Entity) => void;
}

function EntryActions<Entity extends Entry>({ api, entity, nameOf, onEdit }: EntryActionsProps<Entity>) {
  const t = useTexts();
  const name = nameOf(entity);
  const isAway = isArchived(entity);
  return (
    <>
      <IconButton
        label={t('settings.tools.editNamed', { name })}
        variant="ghost"
        onClick={() => onEdit(entity)}
      >
        <Pencil />
      </IconButton>
      {'isArchived' in entity && (
        <IconButton
          label={t(isAway ? 'settings.tools.restoreNamed' : 'settings.tools.archiveNamed', { name })}
          variant="ghost"
          onClick={() => void api.archive(entity, !isAway)}
        >
          {isAway ? <ArrowsCounterClockwise /> : <Archive />}
        </IconButton>
      )}
      <IconButton
        label={t('settings.tools.deleteNamed', { name })}
        variant="ghost"
        onClick={() => void api.remove(entity)}
      >
        <Trash />
      </IconButton>
    </>
  );
}
