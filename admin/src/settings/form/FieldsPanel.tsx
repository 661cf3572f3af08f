import { useEffect, useRef, useState } from 'react';
import { Alert, Box, Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { MOST_FIELDS, type FormField } from '../../../../plugins/attendance/protocol/settings/form';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import { isWrongWithin, type Problems } from '../parts/problems';
import { FieldEditor } from './FieldEditor';
import { FieldList } from './FieldList';
import { FieldPalette } from './FieldPalette';
import { titleId } from './FieldRow';
import { changeField, duplicateField, moveField, newPartId, removeField } from './form-draft';
import { copyLabel, fieldName } from './form-labels';
import { presetField, type Preset } from './presets';

interface FieldsPanelProps {
  readonly site: SiteSettings;
  readonly problems: Problems;
  readonly hasTried: boolean;
  readonly tries: number;
  readonly locale: Locale;
  readonly onChange: (fields: readonly FormField[]) => void;
}

/** Live region, mounted also while empty: only then is what comes into it announced. */
const News = styled.div`
  > * {
    margin-top: 20px;
  }
`;

/** Notice of the last act: a removal that can be undone, or a refused move. */
type News = Removed | { readonly kind: 'refused'; readonly dependent: string; readonly source: string };

interface Removed {
  readonly kind: 'removed';
  readonly id: string;
  readonly name: string;
  readonly before: readonly FormField[];
}

/** Settings of the form's fields: added from a palette, moved, edited in place, removed and restored [F2]. */
export function FieldsPanel({ hasTried, locale, onChange, problems, site, tries }: FieldsPanelProps) {
  const t = useTexts();
  const { fields } = site.form;
  const [openId, setOpenId] = useState<string | null>(null);
  /** Id of the field made just now: what is still missing in it is nobody's mistake yet. */
  const [freshId, setFreshId] = useState<string | null>(null);
  const [news, setNews] = useState<News | null>(null);
  const nameOf = (field: FormField): string => fieldName(field, locale, site.defaultLocale, t);
  const newId = (): string => newPartId(site.form);

  const set = (next: readonly FormField[], about: News | null = null): void => {
    setNews(about);
    onChange(next);
  };
  const open = (id: string | null): void => {
    setOpenId(id);
    if (id !== freshId) setFreshId(null);
  };
  const add = (preset: Preset): void => {
    const field = presetField(preset, fields, newId);
    set([...fields, field]);
    setOpenId(field.id);
    setFreshId(field.id);
  };
  const move = (from: number, to: number): void => {
    const move = moveField(fields, from, to);
    if (move.ok) set(move.fields);
    else setNews({ kind: 'refused', dependent: nameOf(move.dependent), source: nameOf(move.source) });
  };
  const undo = ({ before, id }: Removed): void => {
    set(before);
    // The focus goes to the restored field once it is mounted.
    requestAnimationFrame(() => document.getElementById(titleId(id))?.focus());
  };
  const duplicate = (id: string): void => {
    const copyId = newId();
    set(duplicateField(fields, id, { id: copyId, label: copyLabel }));
    setOpenId(copyId);
  };

  const isWrong = (index: number): boolean =>
    (hasTried || fields[index]?.id !== freshId) && isWrongWithin(problems, `form.fields.${index}`);
  const wrongIds = useRef<readonly string[]>([]);
  wrongIds.current = fields.filter((_, index) => isWrong(index)).map(({ id }) => id);
  useEffect(() => {
    // A field with a fault is opened on an attempt to save.
    const [first] = wrongIds.current;
    if (tries > 0 && first !== undefined)
      setOpenId((before) => (before !== null && wrongIds.current.includes(before) ? before : first));
  }, [tries]);
  return (
    <Panel title={t('settings.form.fields')} hint={t('settings.form.fields.hint')}>
      <div>
        <FieldPalette isFull={fields.length >= MOST_FIELDS} onAdd={add} />
        <NewsLine news={news} onUndo={undo} onClose={() => setNews(null)} />
      </div>
      {fields.length === 0 ? (
        <Box padding={6} background="neutral100" hasRadius>
          <Typography textColor="neutral600">{t('settings.form.empty')}</Typography>
        </Box>
      ) : (
        <FieldList
          {...{ fields, isWrong, nameOf }}
          openId={openId}
          isFull={fields.length >= MOST_FIELDS}
          onOpen={open}
          onMove={move}
          onDuplicate={duplicate}
          onRemove={(field) =>
            set(removeField(fields, field.id), {
              kind: 'removed',
              id: field.id,
              name: nameOf(field),
              before: fields,
            })
          }
        >
          {(field, index) => (
            <FieldEditor
              {...{ field, fields, locale, newId, nameOf, site }}
              isFresh={field.id === freshId}
              problem={isWrong(index) ? problems.get(`form.fields.${index}`) : undefined}
              isWithoutChannels={problems.has(`form.fields.${index}.channels`)}
              onChange={(part) => set(changeField(fields, field.id, part))}
            />
          )}
        </FieldList>
      )}
    </Panel>
  );
}

interface NewsLineProps {
  readonly news: News | null;
  readonly onUndo: (removed: Removed) => void;
  readonly onClose: () => void;
}

function NewsLine({ news, onClose, onUndo }: NewsLineProps) {
  const t = useTexts();
  return (
    <News aria-live="polite">
      {news?.kind === 'removed' && (
        <Alert
          variant="default"
          closeLabel={t('ui.dismiss')}
          onClose={onClose}
          action={
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that removed it is gone: the focus goes to what takes it back
            <Button size="S" variant="tertiary" autoFocus onClick={() => onUndo(news)}>
              {t('settings.form.undo')}
            </Button>
          }
        >
          {t('settings.form.removed', { name: news.name })}
        </Alert>
      )}
      {news?.kind === 'refused' && (
        <Alert variant="warning" closeLabel={t('ui.dismiss')} onClose={onClose}>
          {t('settings.form.refused', { dependent: news.dependent, source: news.source })}
        </Alert>
      )}
    </News>
  );
}
