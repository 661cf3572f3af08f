import { useState, type ComponentType } from 'react';
import { Button, Field, Flex } from '@strapi/design-system';
import { Image } from '@strapi/icons';
import { useStrapiApp } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import type { Picture } from '../../../../plugins/attendance/protocol/settings/appearance';
import { useTexts } from '../../i18n/useTexts';
import { serverOrigin } from '../../strapi/server-origin';

/** A file as Strapi's media library hands it over; the server trusts the id alone. */
interface LibraryFile {
  readonly id: number;
  readonly url: string;
}

interface LibraryDialogProps {
  readonly allowedTypes: readonly 'images'[];
  readonly multiple: boolean;
  readonly onClose: () => void;
  readonly onSelectAssets: (files: readonly LibraryFile[]) => void;
}

const Frame = styled.div`
  display: grid;
  place-items: center;
  flex: none;
  width: 72px;
  height: 72px;
  overflow: hidden;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral500};

  img {
    width: 100%;
    height: 100%;
    object-fit: contain;
  }
`;

interface PictureFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: Picture | null;
  readonly onChange: (picture: Picture | null) => void;
}

/** Field of a picture from Strapi's media library: shows, changes and removes it. */
export function PictureField({ hint, label, onChange, value }: PictureFieldProps) {
  const t = useTexts();
  const [isChoosing, setChoosing] = useState(false);
  const library = useStrapiApp('PictureField', ({ components }) => components['media-library']);
  // The library is absent where Strapi runs without its upload plugin.
  const LibraryDialog = library as ComponentType<LibraryDialogProps> | undefined;
  return (
    <Field.Root hint={LibraryDialog === undefined ? t('settings.picture.noLibrary') : hint}>
      <Field.Label>{label}</Field.Label>
      <Flex gap={4} alignItems="center">
        <Frame>
          {value === null ? (
            <Image aria-hidden width={24} height={24} />
          ) : (
            <img src={new URL(value.url, serverOrigin()).href} alt={label} />
          )}
        </Frame>
        <Flex gap={2} wrap="wrap">
          <Button
            variant="secondary"
            size="S"
            disabled={LibraryDialog === undefined}
            aria-label={`${t(value === null ? 'settings.picture.choose' : 'settings.picture.change')}: ${label}`}
            onClick={() => setChoosing(true)}
          >
            {t(value === null ? 'settings.picture.choose' : 'settings.picture.change')}
          </Button>
          {value !== null && (
            <Button
              variant="tertiary"
              size="S"
              aria-label={t('settings.remove', { name: label })}
              onClick={() => onChange(null)}
            >
              {t('settings.picture.remove')}
            </Button>
          )}
        </Flex>
      </Flex>
      <Field.Hint />
      {isChoosing && LibraryDialog !== undefined && (
        <LibraryDialog
          allowedTypes={['images']}
          multiple={false}
          onClose={() => setChoosing(false)}
          onSelectAssets={([file]) => {
            setChoosing(false);
            if (file !== undefined) onChange({ fileId: file.id, url: file.url });
          }}
        />
      )}
    </Field.Root>
  );
}
