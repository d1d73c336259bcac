export { DriftCommand } from './DriftCommand';
