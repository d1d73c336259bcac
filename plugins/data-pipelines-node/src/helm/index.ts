export { Helm } from './Helm';
