export * from './clusterAccess';
export * from './generator';
export * from './helm';
