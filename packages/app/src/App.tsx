import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './nav';
import { signInModule } from './signIn';

// Everything else in package.json is found by `app.packages: all`.
export default createApp({
  features: [catalogPlugin, navModule, signInModule],
});
