export { changeJob } from './changeJob';
export { describeEffect, describeRefusals } from './describeEffect';
export { follow, refuseProblems, textOf, withFile } from './edit';
export type { Edit } from './edit';
export { previewEdit } from './previewEdit';
export type { EditPreview } from './previewEdit';
export { renderEnvironments } from './renderEnvironments';
export type { Renderings } from './renderEnvironments';
