export * from './useEntityViews';
export * from './useLive';
export * from './usePipelines';
