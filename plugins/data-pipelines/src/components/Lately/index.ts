export { Lately } from './Lately';
export { cutLong } from './sentences/because';
