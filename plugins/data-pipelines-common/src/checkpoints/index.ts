export * from './checkpoint';
export { checkpointTrend } from './trend';
