export { project } from './project';
export { specChanges, specFields } from './specFields';
export type { SpecChange } from './specFields';
