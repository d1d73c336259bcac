export { dataPipelinesFieldsModule as default } from './module';
