import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useStarredEntities } from '@backstage/plugin-catalog-react';
import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';
import { useEffect, useMemo, useState } from 'react';
import { Tab } from './fleetParams';

/** An address may not become endless. */
const MOST_STARRED = 200;

/** What each tab asks the backend for; undefined until the viewer is known. */
export function useWhose():
  | Readonly<Record<Tab, Pick<PipelineQuery, 'owner' | 'ref'>>>
  | undefined {
  const identity = useApi(identityApiRef);
  const { starredEntities } = useStarredEntities();
  const [owners, setOwners] = useState<string[]>();
  useEffect(() => {
    let gone = false;
    identity.getBackstageIdentity().then(
      ({ ownershipEntityRefs }) => gone || setOwners(ownershipEntityRefs),
      () => gone || setOwners([]),
    );
    return () => {
      gone = true;
    };
  }, [identity]);
  // Pipelines are components; which of these are pipelines the backend knows.
  const starred = [...starredEntities]
    .filter(ref => ref.startsWith('component:'))
    .sort()
    .slice(0, MOST_STARRED)
    .join(' ');
  return useMemo(
    () =>
      owners && {
        mine: { owner: owners },
        starred: { ref: starred.split(' ').filter(Boolean) },
        all: {},
      },
    [owners, starred],
  );
}
