import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

interface PanelProps {
  readonly title: string;
  readonly hint?: string;
  /** Element beside the title, for what concerns the whole block. */
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** A titled block of fields, as Strapi's own settings have them. */
export function Panel({ action, children, hint, title }: PanelProps) {
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="filterShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex gap={3} wrap="wrap" justifyContent="space-between">
          <Typography tag="h2" variant="delta" fontWeight="bold">
            {title}
          </Typography>
          {action}
        </Flex>
        {hint !== undefined && <Typography textColor="neutral600">{hint}</Typography>}
        {children}
      </Flex>
    </Box>
  );
}

/** Fields side by side where there is room. */
export const FieldGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 280px), 1fr));
  gap: 20px;
  align-items: start;
`;
