export { ActionDialog } from './ActionDialog';
export { ActionProgress } from './ActionProgress';
export { JobMenu } from './JobMenu';
export { PartActionDialog } from './PartActionDialog';
