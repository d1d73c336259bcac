export { FileTree } from './FileTree';
