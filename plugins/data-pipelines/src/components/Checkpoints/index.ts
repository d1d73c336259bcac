export { Checkpoints } from './Checkpoints';
