export type {
  Change,
  ChangedObject,
  ChangeSeverity,
  JobEffect,
} from './change';
export { compare } from './compare';
export { effectOnJobs } from './effectOnJobs';
export type { JobChange } from './effectOnJobs';
export { identityOf } from './renderedObject';
export type { RenderedObject } from './renderedObject';
export { compareVersions } from './version';
