import { Flex, IconButton, Link, Typography } from '@strapi/design-system';
import { Trash, WarningCircle } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { cutText } from '../../ui/styles/surfaces';
import { PLUGIN_ID } from '../../strapi/plugin-id';
import { SeenAt } from '../install/SeenAt';

/** Path of the settings' pages; relative addresses would count routes, not what is between slashes. */
const PAGES = `/settings/${PLUGIN_ID}`;

const Card = styled.li`
  display: grid;
  gap: 16px;
  padding: 20px 24px;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`;

/** Title of the card; the key goes beneath the name where there is no room beside it. */
const Title = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0 12px;
  min-width: 0;
`;

const Name = styled(Typography)`
  ${cutText}
  max-width: calc(100% - 24px);
`;

const Dot = styled.span`
  flex: none;
  width: 12px;
  height: 12px;
  border-radius: 6px;
`;

const Origin = styled.span`
  ${cutText}
  max-width: 100%;
  padding: 2px 10px;
  border-radius: 12px;
  background: ${({ theme }) => theme.colors.neutral150};
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: 1.2rem;
  line-height: 2rem;
`;

interface SiteCardProps {
  readonly site: SiteSettings;
  /** Whether this is the only site: the last cannot be deleted. */
  readonly isOnly: boolean;
  readonly onDelete: () => void;
}

/** Card of a site: name, colour, address, and whether the widget is alive there. */
export function SiteCard({ isOnly, onDelete, site }: SiteCardProps) {
  const t = useTexts();
  const { appearance, id, key, name, origins, sightings } = site;
  const lastSeen = sightings.reduce<number | null>((last, { seenAt }) => Math.max(last ?? 0, seenAt), null);
  return (
    <Card>
      <Flex gap={3} alignItems="center" justifyContent="space-between">
        <Title>
          <Dot aria-hidden style={{ background: appearance.colour }} />
          <Name tag="h2" variant="delta" fontWeight="bold" title={name}>
            {name}
          </Name>
          <Typography variant="pi" textColor="neutral600">
            {key}
          </Typography>
        </Title>
        <IconButton
          label={isOnly ? t('settings.sites.delete.last') : t('settings.remove', { name })}
          variant="ghost"
          disabled={isOnly}
          onClick={onDelete}
        >
          <Trash />
        </IconButton>
      </Flex>
      <Flex gap={2} wrap="wrap" alignItems="center">
        {origins.length === 0 ? (
          <Typography textColor="neutral800">
            <WarningCircle aria-hidden width={14} height={14} fill="warning600" />{' '}
            {t('settings.sites.noOrigins')}
          </Typography>
        ) : (
          origins.map((origin) => (
            <Origin key={origin} title={origin}>
              {origin.replace(/^https?:\/\//, '')}
            </Origin>
          ))
        )}
      </Flex>
      <Flex gap={4} wrap="wrap" alignItems="center" justifyContent="space-between">
        <Typography variant="pi" textColor="neutral600">
          <SeenAt seenAt={lastSeen} />
        </Typography>
        <Flex tag="nav" gap={5} wrap="wrap" aria-label={name}>
          <Link tag={NavLink} to={String(id)}>
            {t('settings.sites.edit')}
          </Link>
          <Link tag={NavLink} to={`${PAGES}/appearance?site=${id}`}>
            {t('settings.appearance.page')}
          </Link>
          <Link tag={NavLink} to={`${PAGES}/form?site=${id}`}>
            {t('settings.form.page')}
          </Link>
          <Link tag={NavLink} to={`${PAGES}/install?site=${id}`}>
            {t('settings.install.page')}
          </Link>
        </Flex>
      </Flex>
    </Card>
  );
}
