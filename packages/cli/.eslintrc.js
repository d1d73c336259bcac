module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // The build puts everything into one file: nothing is installed with it.
    '@backstage/no-undeclared-imports': 'off',
  },
});
