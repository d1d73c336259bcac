import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Backstage's whole wizard under jsdom takes seconds on a busy machine.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

// jsdom has no layout, so it cannot scroll; the wizard does on each page.
window.scrollTo = () => {};
