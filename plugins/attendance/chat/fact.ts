/** A fact of the server as an action: `type` is its name on the wire, `fact` is what it says. `Facts` maps each name to what it says. */
export type FactAction<Facts> = {
  readonly [Name in keyof Facts]: { readonly type: Name; readonly fact: Facts[Name] };
}[keyof Facts];
