import { Answer, Body, Operation, Parameter } from './Operation';

/** What may go wrong beside what goes wrong everywhere. */
const FAILURES = {
  400: 'A parameter or the body is wrong; the message names it and says what is allowed',
  401: 'Nobody is signed in',
  403: 'The caller may not do this; the message names the permission',
  404: 'It is not there, or the caller may not see it',
  409: 'It cannot be done now; the message says why',
  413: 'The body is larger than 100 kB',
  503: 'Something that is needed does not answer; asking again later helps',
} as const;

type Failure = keyof typeof FAILURES;

interface Description {
  id: string;
  tag: 'pipelines' | 'jobs' | 'wizard' | 'operating';
  summary: string;
  description?: string;
  parameters?: readonly Parameter[];
  /** Name of the type in data-pipelines-common. */
  answer: string;
  says: string;
  failures?: readonly Failure[];
}

/** A route that only reads. Asked again with the ETag it had, it says 304. */
export function reads(what: Description): Operation {
  return describe(what, {
    '200': {
      ...json(what.says, what.answer),
      headers: {
        ETag: {
          description: 'Send it as If-None-Match to hear only what is new',
          schema: { type: 'string' },
        },
      },
    },
    '304': { description: 'Nothing is new since the ETag that was sent' },
  });
}

/** A route that makes something, or works something out from a body. */
export function posts(
  what: Description & {
    status: '200' | '201';
    /** Its fields, or the name of a type. */
    body:
      | string
      | Record<
          string,
          { type?: 'string'; description: string; example?: string }
        >;
  },
): Operation {
  return describe(
    { ...what, failures: [413, ...(what.failures ?? [])] },
    { [what.status]: json(what.says, what.answer) },
    {
      required: true,
      content: {
        'application/json': {
          schema:
            typeof what.body === 'string'
              ? { $ref: `#/components/schemas/${what.body}` }
              : {
                  type: 'object',
                  required: Object.keys(what.body),
                  properties: what.body,
                },
        },
      },
    },
  );
}

function describe(
  {
    id,
    tag,
    summary,
    description,
    parameters = [],
    failures = [],
  }: Description,
  answers: Record<string, Answer>,
  requestBody?: Body,
): Operation {
  const refusals = ([400, 401, ...failures] as Failure[]).map(status => [
    String(status),
    json(FAILURES[status], 'ErrorAnswer'),
  ]);
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    tags: [tag],
    parameters,
    ...(requestBody && { requestBody }),
    responses: { ...answers, ...Object.fromEntries(refusals) },
  };
}

function json(description: string, type: string): Answer {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: `#/components/schemas/${type}` } },
    },
  };
}
