import { useId } from 'react';
import { Flex, Switch, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';

/** Switch whose off is no alarm: Strapi's own shows it in red. */
const CalmSwitch = styled(Switch)`
  flex: none;
  &[data-state='unchecked'] {
    background: ${({ theme }) => theme.colors.neutral300};
  }
`;

interface SwitchRowProps {
  readonly label: string;
  readonly hint?: string;
  /** Whether the hint is a warning: the setting has no effect as it is. */
  readonly isWarning?: boolean;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Switch of a setting, with what it does. */
export function SwitchRow({
  hint,
  isDisabled = false,
  isOn,
  isWarning = false,
  label,
  onChange,
}: SwitchRowProps) {
  const id = useId();
  return (
    <Flex gap={4} alignItems="flex-start" justifyContent="space-between">
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Typography id={`${id}-label`} fontWeight="semiBold" textColor="neutral800">
          {label}
        </Typography>
        {hint !== undefined && (
          <Typography id={`${id}-hint`} variant="pi" textColor={isWarning ? 'neutral800' : 'neutral600'}>
            {isWarning && <WarningCircle aria-hidden width={12} height={12} fill="warning600" />} {hint}
          </Typography>
        )}
      </Flex>
      <CalmSwitch
        checked={isOn}
        disabled={isDisabled}
        aria-labelledby={`${id}-label`}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        onCheckedChange={onChange}
      />
    </Flex>
  );
}
