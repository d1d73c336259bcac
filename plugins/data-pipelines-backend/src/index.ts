export { dataPipelinesPlugin as default } from './plugin';
