import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Flex } from '@backstage/ui';
import { collectorReadPermission } from '@headworks/backstage-plugin-data-pipelines-common';
import { useLocation } from 'react-router-dom';
import { createLinkRef } from '../../routes';
import { useText } from '../../translations';

/** Where a person goes from the fleet. */
export function FleetLinks() {
  const t = useText();
  const { pathname } = useLocation();
  const { allowed } = usePermission({ permission: collectorReadPermission });
  return (
    <Flex gap="2">
      {allowed && (
        <ButtonLink href={`${pathname}?view=collector`} variant="tertiary">
          {t('fleet.collector')}
        </ButtonLink>
      )}
      <CreateLink />
    </Flex>
  );
}

/** Nothing where the portal has no templates. */
export function CreateLink() {
  const t = useText();
  const create = useRouteRef(createLinkRef);
  return create ? (
    <ButtonLink href={create()} variant="primary">
      {t('fleet.create')}
    </ButtonLink>
  ) : null;
}
