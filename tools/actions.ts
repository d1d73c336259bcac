import { actionsPage } from './lib/actionsPage';
import { keepPage } from './lib/keepPage';

/** Brings the page of what happens to a job's state up to date with the plans. */
keepPage('docs/reference/actions.md', actionsPage(), 'yarn actions');
