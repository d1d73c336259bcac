import { Problem } from '@headworks/backstage-plugin-data-pipelines-common';

/** What Helm remarks besides, in the words of its two versions. */
const REMARKS =
  /^(level=|walk\.go:|coalesce\.go:|WARNING:|Use --debug flag|helm \w+ refused:)/;

/**
 * Why Helm refused, without its remarks. Where our charts collected problems,
 * those alone, a line each: "path: problem; remedy".
 */
export function refusalText(message: string): string {
  const lines = message.split('\n').map(line => line.trimEnd());
  const start = lines.findIndex(line => /^\d+ problem\(s\) in the/.test(line));
  if (start >= 0) {
    return lines
      .slice(start + 1)
      .filter(line => line.startsWith('- '))
      .map(line => line.slice(2))
      .join('\n');
  }
  return lines
    .filter(line => line !== '' && !REMARKS.test(line))
    .join('\n')
    .trim();
}

/** The problems in such a text; none where Helm refused for another reason. */
export function refusalProblems(text: string): Problem[] {
  return text.split('\n').flatMap(line => {
    const found = /^([^\s:]+): (.+?); (.+)$/.exec(line);
    if (!found) return [];
    const [, path, problem, remedy] = found;
    return [{ path: `values.${path}`, problem, remedy }];
  });
}
