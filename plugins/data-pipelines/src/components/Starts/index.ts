export { Starts } from './Starts';
