export { scaffolderModuleDataPipelines as default } from './module';
