export type { Change, ChangedObject, ChangeSeverity } from './change';
export { compare } from './compare';
export type { RenderedObject } from './renderedObject';
