import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { FleetPage } from '../FleetPage';
import { Loading } from '../states';

const CollectorPage = lazy(() =>
  import('../CollectorPage').then(m => ({ default: m.CollectorPage })),
);

/** The fleet, and below it how the portal is informed, which few may see. */
export function Pages() {
  return (
    <Routes>
      <Route path="/" element={<FleetPage />} />
      <Route
        path="/collector"
        element={
          <Suspense fallback={<Loading rows={8} />}>
            <CollectorPage />
          </Suspense>
        }
      />
    </Routes>
  );
}
