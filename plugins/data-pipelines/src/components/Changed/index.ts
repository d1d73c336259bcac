export { Changed } from './Changed';
export { useChanged } from './useChanged';
