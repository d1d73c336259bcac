import { actionsPage } from './lib/actionsPage';
import { changesSection } from './lib/changesSection';
import { keepPage } from './lib/keepPage';

/** Brings the page of what happens to a job's state up to date with plans and rules. */
keepPage(
  'docs/reference/actions.md',
  [actionsPage(), changesSection()].join('\n'),
  'yarn actions',
);
