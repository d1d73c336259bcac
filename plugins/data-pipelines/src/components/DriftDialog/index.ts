export { DriftDialog } from './DriftDialog';
