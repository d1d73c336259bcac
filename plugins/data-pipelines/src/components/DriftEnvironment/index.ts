export { DriftEnvironment } from './DriftEnvironment';
