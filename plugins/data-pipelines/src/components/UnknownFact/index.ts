export { UnknownFact } from './UnknownFact';
