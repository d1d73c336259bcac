export * from './FlinkStart';
export * from './startOf';
export * from './startReason';
export * from './imagesOf';
export * from './startViews';
