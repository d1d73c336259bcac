export type {
  EntityName,
  HistoryRequest,
  PipelinesApi,
} from './api/PipelinesApi';
export { pipelinesApiRef } from './api/PipelinesApi';
export { dataPipelinesTranslationRef } from './translations';
export { dataPipelinesPlugin as default } from './plugin';
