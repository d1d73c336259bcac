export { ActionDialog } from './ActionDialog';
export { ActionProgress } from './ActionProgress';
