export * from './generator';
export * from './helm';
