/** What a field takes: true, or what is wrong with it and what to do. */
export type Validate = (answer: string) => true | string;

const NAME = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** A name of Kubernetes, of at most so many characters. */
export function nameOf(longest: number): Validate {
  return answer => {
    if (!NAME.test(answer)) {
      return 'Use lower-case letters, digits and dashes, beginning with a letter and not ending with a dash.';
    }
    return answer.length <= longest
      ? true
      : `Use at most ${longest} characters.`;
  };
}

/** A name that is not taken yet. */
export function newName(longest: number, taken: readonly string[]): Validate {
  return answer =>
    taken.includes(answer)
      ? 'There is one of this name already; give another.'
      : nameOf(longest)(answer);
}

export const owner: Validate = answer =>
  /^([a-z]+:)?([-a-z0-9_.]+\/)?[-a-zA-Z0-9_.]+$/.test(answer)
    ? true
    : 'Give the reference of a group or user, such as group:default/team-web.';

export const clusterName: Validate = answer =>
  /^[^/,=\s]+$/.test(answer)
    ? true
    : "Give the cluster's name in the portal, without / , = and spaces.";

export const image: Validate = answer =>
  /^[^\s@]+(:[^\s/:@]+|@sha256:[0-9a-f]{64})$/.test(answer)
    ? true
    : 'Give the image with its tag or digest, such as registry.example.com/job:1.0.0.';

export const storage: Validate = answer =>
  /^(s3|s3a|gs|abfss?|hdfs|file):\/\/\S+$/.test(answer)
    ? true
    : 'Give an address such as s3://bucket/folder.';

export const servers: Validate = answer =>
  /^[^\s,]+:\d+(,[^\s,]+:\d+)*$/.test(answer)
    ? true
    : 'Give host:port, several separated by commas.';

export const topicNames: Validate = answer => {
  const names = listOf(answer);
  const bad = names.find(
    name => !/^[a-zA-Z0-9._-]{1,249}$/.test(name) || /^\.\.?$/.test(name),
  );
  if (bad !== undefined) {
    return `"${bad}" is not a topic's name: use letters, digits, dots, dashes and underscores.`;
  }
  return new Set(names).size === names.length
    ? true
    : 'One stands there twice.';
};

export const notEmpty: Validate = answer =>
  answer.trim() === '' ? 'Give a value.' : true;

export const schedule: Validate = answer =>
  answer === '' || /^(@\w+|\S+( \S+){4})$/.test(answer)
    ? true
    : 'Give five fields such as 0 3 * * *, or nothing to run once.';

/** Names that are separated by commas or spaces. */
export function listOf(answer: string): string[] {
  return answer.split(/[\s,]+/).filter(Boolean);
}
