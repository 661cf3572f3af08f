import type { ReactNode } from 'react';
import { Button, EmptyStateLayout } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { useTexts } from '../i18n/useTexts';
import { useInputMethod } from '../ui/useInputMethod';
import { PERMISSION } from '../strapi/plugin-id';
import type { Readable } from './data/readable';
import { useLoaded } from './data/useLoaded';

interface SettingsFrameProps<Path extends keyof Readable> {
  readonly title: string;
  /** Path of the admin route behind the page; fetched only for those who may see it. */
  readonly path: Path;
  readonly children: (data: Readable[Path], onReload: () => void) => ReactNode;
}

/** A settings page: for those who may change settings, once there is something to change [F4]. */
export function SettingsFrame<Path extends keyof Readable>(props: SettingsFrameProps<Path>) {
  return (
    <Page.Protect permissions={[{ ...PERMISSION.settings }]}>
      <Page.Title>{props.title}</Page.Title>
      <LoadedPage {...props} />
    </Page.Protect>
  );
}

function LoadedPage<Path extends keyof Readable>({ children, path, title }: SettingsFrameProps<Path>) {
  const t = useTexts();
  useInputMethod();
  const [loaded, reload] = useLoaded(path);
  return (
    <>
      {loaded.state === 'loading' && <Page.Loading>{t('settings.loading')}</Page.Loading>}
      {loaded.state === 'failed' && (
        <Page.Main>
          <Layouts.Header title={title} />
          <Layouts.Content>
            <EmptyStateLayout
              content={t('settings.failed')}
              action={
                <Button variant="secondary" onClick={reload}>
                  {t('settings.reload')}
                </Button>
              }
            />
          </Layouts.Content>
        </Page.Main>
      )}
      {loaded.state === 'ready' && children(loaded.data, reload)}
    </>
  );
}
