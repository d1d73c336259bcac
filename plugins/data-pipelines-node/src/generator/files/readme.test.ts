import { sampleSpec } from '../__testUtils__/sample';
import { readme } from './readme';

describe('readme', () => {
  it('draws the dataflow, what others declare dashed', () => {
    const spec = sampleSpec(of => {
      of.values.kafka = {
        topics: { purchases: { external: true }, totals: {} },
      };
    });
    expect(readme(spec)).toContain(`\`\`\`mermaid
flowchart LR
  n0[("purchases")]
  n1[("totals")]
  n2["sum"]
  n0 --> n2
  n2 --> n1
  classDef external stroke-dasharray: 4 3
  class n0 external
\`\`\``);
  });

  it('names loops, in the direction of the data', () => {
    const spec = sampleSpec(of => {
      of.values.flink = {
        jobs: { sum: { reads: ['totals'], writes: ['totals'] } },
      };
    });
    expect(readme(spec)).toContain('- totals → sum → totals');
  });

  it('says what people write as text, not as Markdown or HTML', () => {
    const spec = sampleSpec(of => {
      of.pipeline.description = '# <b>x</b>\n```sh\n- [a](b) 1. c\n2. d';
    });
    expect(readme(spec)).toContain(
      '\\# \\<b\\>x\\</b\\>\n\\`\\`\\`sh\n\\- \\[a\\](b) 1. c\n2\\. d\n',
    );
  });

  it('installs with Helm, environment by environment', () => {
    const text = readme(
      sampleSpec(of => {
        of.environments.prod = { cluster: 'west', namespace: 'orders' };
      }),
    );
    expect(text).toContain(`\`\`\`sh
helm upgrade --install orders . --namespace data -f values-dev.yaml
helm upgrade --install orders . --namespace orders -f values-prod.yaml
\`\`\``);
    expect(text).toContain('| prod | west | orders | `values-prod.yaml` |');
  });

  it('fetches charts that are in a registry first', () => {
    const spec = sampleSpec(of => {
      of.chart = { source: 'oci://registry.example.com/charts' };
    });
    expect(readme(spec)).toContain(
      'helm dependency build\nhelm upgrade --install',
    );
  });

  it.each([
    ['argocd', 'Argo CD installs it from Git'],
    ['flux', 'Flux installs it from Git'],
  ] as const)('leaves installing to %s', (tool, sentence) => {
    const spec = sampleSpec(of => {
      of.gitops = { tool, repoUrl: 'https://git.example.com/orders' };
    });
    expect(readme(spec)).toContain(sentence);
    expect(readme(spec)).not.toContain('helm upgrade');
  });
});
