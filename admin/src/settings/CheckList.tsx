import { Checkbox, Flex, Typography } from '@strapi/design-system';

interface CheckListProps<Id extends number | string> {
  readonly label: string;
  /** Text shown where there is nothing to choose from. */
  readonly empty: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly value: readonly Id[];
  readonly onChange: (ids: Id[]) => void;
}

/** Check-boxes that choose some of the given items. */
export function CheckList<Id extends number | string>({
  empty,
  label,
  onChange,
  options,
  value,
}: CheckListProps<Id>) {
  return (
    <Flex tag="fieldset" direction="column" alignItems="flex-start" gap={3} padding={0} borderStyle="none">
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {label}
      </Typography>
      {options.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {empty}
        </Typography>
      )}
      <Flex gap={5} wrap="wrap">
        {options.map(({ id, name }) => (
          <Checkbox
            key={id}
            checked={value.includes(id)}
            onCheckedChange={(isOn) =>
              onChange(isOn === true ? [...value, id] : value.filter((each) => each !== id))
            }
          >
            {name}
          </Checkbox>
        ))}
      </Flex>
    </Flex>
  );
}
