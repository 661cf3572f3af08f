interface PolicyContext {
  readonly state: { readonly userAbility?: { can(action: string): boolean } };
}

/** Lets whoever has at least one of these permissions pass; Strapi's own policy asks for all. */
export function hasAnyPermission(
  { state }: PolicyContext,
  { actions }: { readonly actions: readonly string[] },
): boolean {
  return actions.some((action) => state.userAbility?.can(action) === true);
}
