export * from './clusterAccess';
export * from './generator';
export * from './helm';
export * from './preview';
