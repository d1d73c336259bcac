import {
  CiSystem,
  GeneratedFile,
  PipelineSpec,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { isFromRegistry } from '../vendored';

/** What CI runs Helm and Node with. */
const HELM = 'v4.3.1';
const NODE = '22';
const CLI = '@headworks/cli@0.1';

const FILES: Record<CiSystem, (spec: PipelineSpec) => GeneratedFile> = {
  github: spec => ({
    path: '.github/workflows/pipeline.yaml',
    content: github(spec),
  }),
  gitlab: spec => ({ path: '.gitlab-ci.yml', content: gitlab(spec) }),
};

/** What checks a change before it is merged; nothing where no CI was chosen. */
export function ciFiles(spec: PipelineSpec): GeneratedFile[] {
  return (spec.ci ?? []).map(system => FILES[system](spec));
}

/** Names of environments and branches are what the schema allows: no shell reads more into them. */
function lintCommands(spec: PipelineSpec): string[] {
  return [
    ...(isFromRegistry(spec) ? ['helm dependency build .'] : []),
    ...Object.keys(spec.environments).map(
      name => `helm lint . --strict --values values-${name}.yaml`,
    ),
  ];
}

function github(spec: PipelineSpec): string {
  const branch = spec.gitops?.branch ?? 'main';
  const lint = lintCommands(spec).map(command => `          ${command}`);
  return `# Checks every change of the pipeline, and says in one comment of its pull request
# what it does to each job. It needs no secret and writes nothing else.
name: pipeline
on:
  pull_request:
  push:
    branches: ["${branch}"]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v4
        with:
          # diff reads the commit that the change goes on.
          fetch-depth: 0
          persist-credentials: false
      - uses: azure/setup-helm@v4
        with:
          version: ${HELM}
      - uses: actions/setup-node@v4
        with:
          node-version: ${NODE}
      - name: Lint
        run: |
${lint.join('\n')}
      - name: Check
        run: npx --yes ${CLI} check --output github
      - name: What it does to the cluster
        if: github.event_name == 'pull_request'
        env:
          BASE: \${{ github.base_ref }}
        # 3: there are changes, none of them refused.
        run: npx --yes ${CLI} diff --base "origin/$BASE" || [ $? -eq 3 ]
      - name: Say so on the pull request
        # A fork's may not write.
        if: always() && github.event_name == 'pull_request' && !github.event.pull_request.head.repo.fork
        env:
          BASE: \${{ github.base_ref }}
          PULL: \${{ github.event.pull_request.number }}
          GH_TOKEN: \${{ github.token }}
        run: |
          npx --yes ${CLI} diff --base "origin/$BASE" --output markdown --exit-zero > "$RUNNER_TEMP/diff.md"
          comments="repos/$GITHUB_REPOSITORY/issues/$PULL/comments"
          ours=$(gh api --paginate "$comments" --jq '.[] | select(.body | startswith("<!-- headworks diff -->")) | .id' | head -n 1)
          if [ -n "$ours" ]; then
            gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$ours" --field "body=@$RUNNER_TEMP/diff.md"
          else
            gh api --silent --method POST "$comments" --field "body=@$RUNNER_TEMP/diff.md"
          fi
`;
}

function gitlab(spec: PipelineSpec): string {
  const lint = lintCommands(spec).map(command => `    - ${command}`);
  return `# Checks every change of the pipeline. It needs no secret and writes nothing.
stages: [check]

check:
  stage: check
  image: node:${NODE}-bookworm
  variables:
    # diff reads the commit that the change goes on.
    GIT_DEPTH: "0"
    HELM_VERSION: ${HELM}
  before_script:
    - curl -fsSLO "https://get.helm.sh/helm-$HELM_VERSION-linux-amd64.tar.gz"
    - curl -fsSLO "https://get.helm.sh/helm-$HELM_VERSION-linux-amd64.tar.gz.sha256sum"
    - sha256sum --check "helm-$HELM_VERSION-linux-amd64.tar.gz.sha256sum"
    - tar -xzf "helm-$HELM_VERSION-linux-amd64.tar.gz" -C /usr/local/bin --strip-components 1 linux-amd64/helm
  script:
${lint.join('\n')}
    - npx --yes ${CLI} check
    # 3: there are changes, none of them refused.
    - |
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        npx --yes ${CLI} diff --base "$CI_MERGE_REQUEST_DIFF_BASE_SHA" || [ $? -eq 3 ]
      fi
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
}
