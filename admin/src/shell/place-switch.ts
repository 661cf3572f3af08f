/**
 * Keeps a host element by the user's avatar in Strapi's navigation [A2]: before it in the side bar, or before the menu
 * button of the bar on top of narrow screens. Strapi renders its navigation again and again, and has no place for
 * plugins there, so the document is observed. Returns the function that stops it and removes the host.
 */
export function placeByAvatar(host: HTMLElement): () => void {
  const place = (): void => {
    const anchor = findAnchor();
    if (anchor === null) host.remove();
    else if (host.nextElementSibling !== anchor) anchor.before(host);
  };
  const observer = new MutationObserver(place);
  observer.observe(document.body, { childList: true, subtree: true });
  const onResize = (): void => place();
  window.addEventListener('resize', onResize);
  place();
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', onResize);
    host.remove();
  };
}

/** Returns the block of the avatar's menu button, or of the burger button; whichever is on screen. */
function findAnchor(): Element | null {
  const avatar = document.querySelector('nav button[aria-haspopup="menu"]');
  const block = avatar === null ? null : blockInNavigation(avatar);
  if (block !== null && isOnScreen(block)) return block;
  const burger = document.querySelector('nav [aria-controls="burger-menu"]');
  return burger === null ? null : (burger.parentElement ?? null);
}

/** Returns the avatar's ancestor that is a direct child of the bar's second block, so that the host is above it. */
function blockInNavigation(avatar: Element): Element | null {
  const navigation = avatar.closest('nav');
  let block: Element = avatar;
  while (block.parentElement !== null && block.parentElement.parentElement !== navigation) {
    if (block.parentElement === navigation) return null;
    block = block.parentElement;
  }
  return block.parentElement === null ? null : block;
}

function isOnScreen(element: Element): boolean {
  return element.getClientRects().length > 0;
}
