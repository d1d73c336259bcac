export type { EntityName, PipelinesApi } from './api/PipelinesApi';
export { pipelinesApiRef } from './api/PipelinesApi';
export { dataPipelinesPlugin as default } from './plugin';
