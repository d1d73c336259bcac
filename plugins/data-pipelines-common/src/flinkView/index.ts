export * from './flinkView';
export * from './pressure';
