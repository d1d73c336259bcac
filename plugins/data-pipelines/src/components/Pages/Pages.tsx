import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FleetPage } from '../FleetPage';
import { Loading } from '../states';

const CollectorPage = lazy(() =>
  import('../CollectorPage').then(m => ({ default: m.CollectorPage })),
);

/**
 * The fleet; at `?view=collector` how the portal is informed. A page of its
 * own would be in everybody's navigation, and one below the fleet's address is
 * not found where that is the portal's root.
 */
export function Pages() {
  const [params] = useSearchParams();
  if (params.get('view') !== 'collector') return <FleetPage />;
  return (
    <Suspense fallback={<Loading rows={8} />}>
      <CollectorPage />
    </Suspense>
  );
}
