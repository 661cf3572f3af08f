import { Route, Routes } from 'react-router-dom';

import { SiteListPage } from './SiteListPage';
import { SiteGeneralPage } from './SiteGeneralPage';

/** Settings: the websites that have the widget, and what there is to say of each [F5]. */
export function SitesPage() {
  return (
    <Routes>
      <Route index element={<SiteListPage />} />
      <Route path=":id" element={<SiteGeneralPage />} />
    </Routes>
  );
}
