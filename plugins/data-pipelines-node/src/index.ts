export * from './clusterAccess';
export * from './edit';
export * from './generator';
export * from './helm';
export * from './preview';
