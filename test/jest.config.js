// For what needs more than one workspace or real parts: cluster, charts,
// journeys. The workspaces' own tests run under `backstage-cli repo test`.
const path = require('node:path');

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/e2e/*.e2e.ts'],
  setupFilesAfterEnv: ['<rootDir>/scanAnswers.ts'],
  transform: {
    '\\.(ts|tsx|js|mjs|cjs)$': [
      require.resolve('@backstage/cli/config/jestSwcTransform'),
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
        // Packages that are ES modules come by import() alone, as in the backend.
        module: { type: 'commonjs', ignoreDynamic: true },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/'],
  testTimeout: 120_000,
  // Tests run with a temporary folder of their own, which is Jest's usual place.
  cacheDirectory: path.join(__dirname, '../node_modules/.cache/jest'),
  // Backstage's Kubernetes backend keeps timers that no stop ends.
  forceExit: true,
};
