export { Dataflow } from './Dataflow';
