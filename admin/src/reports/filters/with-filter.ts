/** Returns filters or conditions with another value of one of them; an empty one removes it. */
export function withFilter<Values extends Readonly<Partial<Record<string, string>>>>(
  values: Values,
  name: keyof Values & string,
  value: string,
): Values {
  const { [name]: _, ...others } = values;
  return (value === '' ? others : { ...others, [name]: value }) as Values;
}
