import { parseAllDocuments } from 'yaml';
import { parseObjects } from './renderObjects';

const RENDERED = `---
# Source: orders/charts/flink/templates/nothing.yaml
---
# Source: orders/charts/kafka/templates/configmaps.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: a }
data:
  text: |
    first
    ---
    {{ not a template }}
  day: 2026-01-02
  time: 12:30:45
  version: "1.10"
  number: 1.10
  on: yes
  octal: "0644"
  hex: 0x1f
  nothing: null
  tilde: ~
  big: 12345678901
  merge: "<<"
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: b
`;

describe('parseObjects', () => {
  it('leaves out documents without an object, and keeps text text', () => {
    const [config, account] = parseObjects(RENDERED);
    expect(config.data).toMatchObject({
      text: 'first\n---\n{{ not a template }}\n',
      day: '2026-01-02',
      time: '12:30:45',
      version: '1.10',
      on: 'yes',
      octal: '0644',
    });
    expect(account.metadata.name).toBe('b');
  });

  it('reads what the parser reads that keeps comments', () => {
    expect(parseObjects(RENDERED)).toEqual(
      parseAllDocuments(RENDERED)
        .map(document => document.toJS())
        .filter(Boolean),
    );
  });
});
