export { useSome } from './useSome';
