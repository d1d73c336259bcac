export { PartsTable } from './PartsTable';
