import { actionsPage } from './lib/actionsPage';
import { changesSection } from './lib/changesSection';
import { keepPage } from './lib/keepPage';
import { pipelineSection } from './lib/pipelineActions';

/** Brings the page of what happens to a job's state up to date with plans and rules. */
keepPage(
  'docs/reference/actions.md',
  [actionsPage(), pipelineSection(), changesSection()].join('\n'),
  'yarn actions',
);
