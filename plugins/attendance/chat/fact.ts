/** Server fact as an action: `type` is its name on the wire, `fact` its payload. `Facts` maps each name to its payload. */
export type FactAction<Facts> = {
  readonly [Name in keyof Facts]: { readonly type: Name; readonly fact: Facts[Name] };
}[keyof Facts];
