const { transform } = require('../jest.config');

// For what needs a kubelet: `npm run test:lab`, never part of `npm test`.
module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/*.lab.ts'],
  transform,
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 600_000,
  forceExit: true,
};
