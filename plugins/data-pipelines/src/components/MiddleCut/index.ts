export { MiddleCut } from './MiddleCut';
