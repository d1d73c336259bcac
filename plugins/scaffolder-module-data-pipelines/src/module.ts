import { createFrontendModule } from '@backstage/frontend-plugin-api';

/**
 * Fields for the scaffolder's wizard, and the review on its last page.
 *
 * @public
 */
export const dataPipelinesFieldsModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [],
});
