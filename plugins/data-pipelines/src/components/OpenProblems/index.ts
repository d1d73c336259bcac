export { OpenProblems } from './OpenProblems';
