export * from './useEntityViews';
export * from './useLive';
export * from './usePipelines';
export * from './useKubernetesTab';
