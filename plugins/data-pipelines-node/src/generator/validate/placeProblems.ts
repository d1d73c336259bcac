import { PipelineSpec } from '@headworks/backstage-plugin-data-pipelines-common';
import { Located } from './located';

/** Environments, and who installs them. */
export function placeProblems(spec: PipelineSpec): Located[] {
  return [...sharedPlaces(spec), ...gitopsProblems(spec)];
}

function sharedPlaces({ environments }: PipelineSpec): Located[] {
  const taken = new Map<string, string>();
  return Object.entries(environments).flatMap(
    ([name, { cluster, namespace }]) => {
      const place = `${cluster}/${namespace}`;
      const other = taken.get(place);
      taken.set(place, other ?? name);
      return other === undefined
        ? []
        : [
            {
              at: ['environments', name],
              problem: `goes to the same cluster and namespace as "${other}", where one would replace the other`,
              remedy: 'choose another namespace',
            },
          ];
    },
  );
}

function gitopsProblems({ gitops, ci = [] }: PipelineSpec): Located[] {
  if (!gitops) return [];
  const at = ['gitops', 'repoUrl'];
  const problems: Located[] = [];
  if (/^[a-z+]+:\/\/[^/@]*:[^/@]*@/.test(gitops.repoUrl)) {
    problems.push({
      at,
      problem:
        'holds a user and a password, which everybody who reads the repository would see',
      remedy: `remove them, and give ${toolName(
        gitops.tool,
      )} a secret of its own`,
    });
  }
  if (gitops.tool === 'flux' && !/^(https?|ssh):\/\//.test(gitops.repoUrl)) {
    problems.push({
      at,
      problem: 'Flux takes no such address',
      remedy:
        'begin it with https:// or ssh://, such as ssh://git@host/team/repository',
    });
  }
  if (gitops.path && ci.length > 0) {
    problems.push({
      at: ['ci'],
      problem: `CI reads its files at the top of a repository, and the chart is in ${gitops.path}`,
      remedy: 'leave ci out, or give the pipeline a repository of its own',
    });
  }
  return problems;
}

function toolName(tool: 'argocd' | 'flux') {
  return tool === 'argocd' ? 'Argo CD' : 'Flux';
}
