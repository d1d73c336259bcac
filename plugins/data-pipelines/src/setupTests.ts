import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// jsdom lays nothing out: a table that draws only the rows in the window must
// be told that there is one.
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { configurable: true, get: () => 1280 },
  clientHeight: { configurable: true, get: () => 800 },
});
class NothingIntersects {
  observe() {}
  disconnect() {}
}
Object.assign(window, { IntersectionObserver: NothingIntersects });

// A busy machine draws a page of Backstage in seconds.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
