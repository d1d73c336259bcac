export { DriftDiff } from './DriftDiff';
