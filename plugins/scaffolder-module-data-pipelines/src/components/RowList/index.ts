export { RowList } from './RowList';
export { useOpenRows } from './useOpenRows';
export type { OpenRows } from './useOpenRows';
