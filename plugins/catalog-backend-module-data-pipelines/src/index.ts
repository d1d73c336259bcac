export { catalogModuleDataPipelines as default } from './module';
