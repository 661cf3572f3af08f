/** Appends a new element: node by node, for a host may demand Trusted Types, by attributes, which every browser reflects. */
export function add<Tag extends keyof HTMLElementTagNameMap>(
  parent: ParentNode,
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const name in attributes) element.setAttribute(name, attributes[name] as string);
  parent.append(element);
  return element;
}
