export * from './annotations';
export * from './model/health';
export * from './model/views';
export * from './permissions';
