export * from './checkpoint';
export { checkpointTrend } from './trend';
export * from './slowestStep';
