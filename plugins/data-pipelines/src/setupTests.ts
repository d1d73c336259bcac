import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// jsdom lays nothing out: the pages must be told how wide the window is.
const WIDTH = 1280;
window.matchMedia = query => {
  const least = Number(/min-width: (\d+)px/.exec(query)?.[1] ?? Infinity);
  return Object.assign(new EventTarget(), {
    matches: WIDTH >= least,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  });
};
class NothingIntersects {
  observe() {}
  disconnect() {}
}
Object.assign(window, { IntersectionObserver: NothingIntersects });

// A busy machine draws a page of Backstage in seconds.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
