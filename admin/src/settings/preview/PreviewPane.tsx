import { useRef, useState } from 'react';
import { Button, Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Monitor, Moon, Sun } from '@strapi/icons';
import { styled } from 'styled-components';

import {
  PREVIEW_PATH,
  type PreviewSite,
  type PreviewView,
} from '../../../../plugins/attendance/protocol/rules/preview';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { languageName } from '../../ui/format/language-name';
import { serverOrigin } from '../../strapi/server-origin';
import { Segments } from '../parts/Segments';
import { PhoneIcon } from './PhoneIcon';
import { usePreview } from './usePreview';
import { useScale } from './useScale';

type Device = 'desktop' | 'phone';
type Theme = 'light' | 'dark';

/** Size of the page in the preview, in px; the widget fills a phone's, and is in the corner of a desktop's. */
const SIZES: Readonly<Record<Device, { readonly width: number; readonly height: number }>> = {
  desktop: { width: 720, height: 780 },
  phone: { width: 375, height: 720 },
};

const Card = styled.section`
  display: flex;
  flex-direction: column;
  gap: 12px;
  padding: 16px;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`;

const Place = styled.div`
  display: grid;
  justify-items: center;
  width: 100%;
`;

const Screen = styled.div`
  position: relative;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral100};

  iframe {
    display: block;
    border: 0;
    transform-origin: 0 0;
  }
`;

const Cover = styled.div`
  position: absolute;
  inset: 0;
  display: grid;
  place-content: center;
  justify-items: center;
  gap: 12px;
  padding: 24px;
  text-align: center;
  background: ${({ theme }) => theme.colors.neutral100};
`;

interface PreviewPaneProps {
  readonly site: PreviewSite;
  readonly views: readonly PreviewView[];
  readonly view: PreviewView;
  readonly onView: (view: PreviewView) => void;
  readonly locale: Locale;
  readonly onLocale: (locale: Locale) => void;
}

/** Preview of the real widget with the unsaved settings [F1]. */
export function PreviewPane({ locale, onLocale, onView, site, view, views }: PreviewPaneProps) {
  const t = useTexts();
  const ownLocale = useLocale();
  const [device, setDevice] = useState<Device>('desktop');
  const [theme, setTheme] = useState<Theme>('light');
  const place = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const { height, width } = SIZES[device];
  const scale = useScale(place, width);
  const preview = usePreview(frame, { type: 'atende-preview', site, view, locale, theme });
  return (
    <Card aria-label={t('settings.appearance.preview')}>
      <Flex gap={3} justifyContent="space-between" wrap="wrap">
        <Typography tag="h2" variant="delta" fontWeight="bold">
          {t('settings.appearance.preview')}
        </Typography>
        <Flex gap={2}>
          <Segments
            label={t('settings.appearance.preview.device')}
            isLabelHidden
            options={(['desktop', 'phone'] as const).map((value) => ({
              value,
              label: t(`settings.appearance.preview.device.${value}`),
              icon: value === 'desktop' ? <Monitor aria-hidden /> : <PhoneIcon />,
              hasOnlyIcon: true,
            }))}
            value={device}
            onChange={setDevice}
          />
          <Segments
            label={t('settings.appearance.preview.theme')}
            isLabelHidden
            options={(['light', 'dark'] as const).map((value) => ({
              value,
              label: t(`settings.appearance.preview.theme.${value}`),
              icon: value === 'light' ? <Sun aria-hidden /> : <Moon aria-hidden />,
              hasOnlyIcon: true,
            }))}
            value={theme}
            onChange={setTheme}
          />
        </Flex>
      </Flex>
      <Choosers locale={locale} ownLocale={ownLocale} site={site} {...{ onLocale, onView, view, views }} />
      <Place ref={place}>
        <Screen style={{ width: width * scale, height: height * scale }}>
          <iframe
            key={preview.attempt}
            ref={frame}
            title={t('settings.appearance.preview')}
            src={`${serverOrigin()}${PREVIEW_PATH}`}
            style={{ width, height, transform: `scale(${scale})` }}
          />
          {preview.state === 'loading' && (
            <Cover>
              <Loader>{t('settings.loading')}</Loader>
            </Cover>
          )}
          {preview.state === 'failed' && (
            <Cover role="alert">
              <Typography textColor="neutral700">{t('settings.appearance.preview.failed')}</Typography>
              <Button variant="secondary" onClick={preview.retry}>
                {t('ui.retry')}
              </Button>
            </Cover>
          )}
        </Screen>
      </Place>
      <Typography variant="pi" textColor="neutral600">
        {t('settings.appearance.preview.hint')}
      </Typography>
    </Card>
  );
}

function Choosers({
  locale,
  onLocale,
  onView,
  ownLocale,
  site,
  view,
  views,
}: PreviewPaneProps & { readonly ownLocale: Locale }) {
  const t = useTexts();
  return (
    <Flex gap={2} wrap="wrap">
      {views.length > 1 && (
        <SingleSelect
          size="S"
          aria-label={t('settings.appearance.preview.view')}
          value={view}
          onChange={(chosen) => {
            const next = views.find((each) => each === chosen);
            if (next !== undefined) onView(next);
          }}
        >
          {views.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {t(`settings.appearance.preview.view.${each}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      {site.languages.length > 1 && (
        <SingleSelect
          size="S"
          aria-label={t('settings.appearance.preview.locale')}
          value={locale}
          onChange={(chosen) => {
            const next = site.languages.find((each) => each === chosen);
            if (next !== undefined) onLocale(next);
          }}
        >
          {site.languages.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {languageName(each, ownLocale)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
    </Flex>
  );
}
