export { CopyablePath } from './CopyablePath';
