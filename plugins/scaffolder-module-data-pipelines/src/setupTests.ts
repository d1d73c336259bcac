import '@testing-library/jest-dom';

// jsdom has no layout, so it cannot scroll; Backstage's wizard does on each page.
window.scrollTo = () => {};
