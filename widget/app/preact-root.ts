import { render, type ComponentChild } from 'preact';

/** The part of react-dom/client that the panel uses; the build substitutes it for that module. */
export function createRoot(container: Element): { render: (node: ComponentChild) => void } {
  return { render: (node) => render(node, container) };
}
