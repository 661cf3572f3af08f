import { Route, Routes } from 'react-router-dom';

import { SiteListPage } from './SiteListPage';
import { SiteGeneralPage } from './SiteGeneralPage';

/** Settings page of the websites that have the widget, with the state of each [F5]. */
export function SitesPage() {
  return (
    <Routes>
      <Route index element={<SiteListPage />} />
      <Route path=":id" element={<SiteGeneralPage />} />
    </Routes>
  );
}
