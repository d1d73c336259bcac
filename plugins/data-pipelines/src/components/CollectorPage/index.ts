export { CollectorPage } from './CollectorPage';
