export { DriftStateLabel } from './DriftStateLabel';
