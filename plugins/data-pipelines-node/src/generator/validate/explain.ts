import { ErrorObject } from 'ajv';
import { didYouMean } from './didYouMean';
import { BRANCH, CLUSTER, FOLDER, NAME, SOURCE } from './aboutSchema';
import { WRITTEN } from './specSchema';

type Words = { problem: string; remedy: string };

const NAME_WORDS = {
  problem: 'not a valid name',
  remedy:
    'use lower-case letters, digits and dashes, beginning with a letter and not ending with a dash',
};

/** What a pattern means; the rest is said by the value's description. */
const PATTERNS: Record<string, Words> = {
  [NAME]: NAME_WORDS,
  [CLUSTER]: {
    problem: 'not a name that an annotation can hold',
    remedy: 'use no slash, comma, equals sign or space',
  },
  [SOURCE]: {
    problem: 'not a source of charts',
    remedy:
      'write vendored, or an OCI registry such as oci://registry.example.com/charts',
  },
  [BRANCH]: {
    problem: 'not a branch',
    remedy: 'use letters, digits, dots, underscores, dashes and slashes',
  },
  [FOLDER]: {
    problem: 'not a folder of the repository',
    remedy: 'write it without ./ or / at the beginning and without ..',
  },
  '^[a-zA-Z0-9._-]{1,249}$': {
    problem: "not a topic's name",
    remedy: 'use letters, digits, dots, underscores and dashes, 249 at most',
  },
  '^[A-Za-z_][A-Za-z0-9_]*$': {
    problem: 'not a name of an environment variable',
    remedy: 'use letters, digits and underscores, not beginning with a digit',
  },
};

const DURATIONS = /^\^\[[01]-9\](\[0-9\]\*|\+)\[(dhms|smhd)\]\$$/;

const TYPES: Record<string, string> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

/** What an error of the schema means, and what to do. */
export function explain(error: ErrorObject): Words {
  const { keyword, params, data, message } = error;
  switch (keyword) {
    case 'pattern':
      return explainPattern(error);
    case 'required':
      return { problem: 'is missing', remedy: 'give a value' };
    case 'additionalProperties':
      return explainUnknown(error);
    case 'type':
      return explainType([params.type].flat(), data);
    case 'minimum':
      return {
        problem: `must be at least ${params.limit}`,
        remedy: `give ${params.limit} or more`,
      };
    case 'maximum':
      return {
        problem: `must be at most ${params.limit}`,
        remedy: `give ${params.limit} or less`,
      };
    case 'exclusiveMinimum':
      return {
        problem: `must be more than ${params.limit}`,
        remedy: `give more than ${params.limit}`,
      };
    case 'exclusiveMaximum':
      return {
        problem: `must be less than ${params.limit}`,
        remedy: `give less than ${params.limit}`,
      };
    case 'minLength':
      return params.limit === 1
        ? { problem: 'is empty', remedy: 'give a value' }
        : {
            problem: `is shorter than ${params.limit} characters`,
            remedy: 'say more',
          };
    case 'maxLength':
      return {
        problem: `is longer than ${params.limit} characters`,
        remedy: 'shorten it',
      };
    case 'minItems':
    case 'minProperties':
      return params.limit === 1
        ? { problem: 'is empty', remedy: 'add at least one' }
        : {
            problem: `has fewer than ${params.limit} entries`,
            remedy: `give ${params.limit} or more`,
          };
    case 'uniqueItems':
      return { problem: 'names one thing twice', remedy: 'remove one of them' };
    case 'enum':
      return explainEnum(params.allowedValues, data);
    default:
      return { problem: message ?? keyword, remedy: 'correct the value' };
  }
}

/** One sentence for a value that fits none of several forms. */
export function explainForms(forms: readonly FormSchema[]): Words {
  const words = forms.map(describeForm);
  return {
    problem: `is neither ${words.join(' nor ')}`,
    remedy: 'write it as one of them',
  };
}

/** A form that a value may have. */
export interface FormSchema {
  type?: string;
  required?: string[];
}

function describeForm({ type = '', required = [] }: FormSchema): string {
  const word = TYPES[type] ?? 'another value';
  return required.length > 0 ? `${word} with ${required.join(' and ')}` : word;
}

function explainPattern({ params, parentSchema }: ErrorObject): Words {
  const known = PATTERNS[params.pattern];
  if (known) return known;
  const description: unknown = parentSchema?.description;
  if (DURATIONS.test(params.pattern)) {
    return {
      problem: 'not a duration',
      remedy: 'write a number and one of s, m, h and d, such as 30s or 7d',
    };
  }
  return typeof description === 'string'
    ? {
        problem: 'has not the form that it needs',
        remedy: `correct it (${description})`,
      }
    : {
        problem: `does not match ${params.pattern}`,
        remedy: 'correct its form',
      };
}

function explainUnknown(error: ErrorObject): Words {
  const { params, parentSchema, instancePath } = error;
  if (
    instancePath === '/values/global' &&
    WRITTEN.includes(params.additionalProperty)
  ) {
    return {
      problem: 'is written from the rest of the specification',
      remedy: 'remove it',
    };
  }
  const known = Object.keys(parentSchema?.properties ?? {});
  const meant = didYouMean(params.additionalProperty, known);
  return {
    problem: `is not known here${meant ? `; did you mean "${meant}"?` : ''}`,
    remedy: meant
      ? `write ${meant}, or remove it`
      : 'remove it or correct its spelling',
  };
}

function explainType(types: string[], data: unknown): Words {
  const wanted = types.map(type => TYPES[type] ?? type).join(' or ');
  const isNumberForText =
    types.includes('string') && ['number', 'boolean'].includes(typeof data);
  return {
    problem: `must be ${wanted}`,
    remedy: isNumberForText
      ? `put it in quotes: "${data}"`
      : `write it as ${wanted}`,
  };
}

function explainEnum(allowed: unknown[], data: unknown): Words {
  const texts = allowed.map(String);
  const meant = typeof data === 'string' && didYouMean(data, texts);
  return {
    problem: `is not one of the possible values${
      meant ? `; did you mean "${meant}"?` : ''
    }`,
    remedy: `choose one of ${texts.join(', ')}`,
  };
}
