export * from './factTexts';
