export { DriftChanges } from './DriftChanges';
