export { DataflowPicture } from './DataflowPicture';
