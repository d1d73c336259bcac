export { readRecording } from './recordedChange';
export type { RecordedChange, Recording } from './recordedChange';
export { replay } from './replay';
export type { Span } from './replay';
export { scoreOf } from './score';
export type { NamedFailure, Score, Truth } from './score';
