// The product's tabs change the address without loading a page, as single-page sites do; without this script they are plain links.
const tabs = document.querySelectorAll('[data-tab]');
const panels = document.querySelectorAll('[data-panel]');

/** Shows the tab that the address names. */
function showTab() {
  const wanted = new URLSearchParams(location.search).get('ver') ?? 'detalhes';
  for (const panel of panels) panel.hidden = panel.dataset.panel !== wanted;
  for (const tab of tabs) {
    const isCurrent = tab.dataset.tab === wanted;
    tab.setAttribute('aria-current', String(isCurrent));
    if (isCurrent) document.title = tab.dataset.title;
  }
}

for (const tab of tabs) {
  tab.addEventListener('click', (event) => {
    event.preventDefault();
    history.pushState(null, '', tab.href);
    showTab();
  });
}
if (tabs.length > 0) {
  addEventListener('popstate', showTab);
  showTab();
}
