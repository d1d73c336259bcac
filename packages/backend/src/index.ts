import { createBackend } from '@backstage/backend-defaults';
import { localLocations } from './localLocations';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@headworks/backstage-plugin-data-pipelines-backend'));
backend.add(
  import('@headworks/backstage-plugin-catalog-backend-module-data-pipelines'),
);
backend.add(
  import(
    '@headworks/backstage-plugin-scaffolder-backend-module-data-pipelines'
  ),
);
backend.add(localLocations);

backend.start();
