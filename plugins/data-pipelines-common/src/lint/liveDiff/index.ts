export { liveDifferences } from './liveDifferences';
