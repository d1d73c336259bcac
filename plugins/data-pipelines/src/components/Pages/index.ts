export { Pages } from './Pages';
