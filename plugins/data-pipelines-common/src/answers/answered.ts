import { ResponseError } from '@backstage/errors';

const NO_BACKEND =
  'The backend of this portal does not have the plugin data-pipelines. Add @headworks/backstage-plugin-data-pipelines-backend to packages/backend';

/**
 * What our backend plugin answers a page: JSON, and no refusal.
 *
 * @param asked - what `fetch` returned
 * @throws ResponseError with the backend's own sentence where it refuses;
 * Error where nobody answers, or not our backend; what `fetch` threw where it
 * was aborted
 * @public
 */
export async function answered(asked: Promise<Response>): Promise<Response> {
  const response = await asked.catch(error => {
    // Browsers say no more than "Failed to fetch".
    if (!(error instanceof TypeError)) throw error;
    throw new Error(
      `The portal's backend does not answer (${error.message}). Look whether it runs and whether you are still connected`,
    );
  });
  if (isNobodys(response)) throw new Error(NO_BACKEND);
  if (!response.ok) throw await refusalOf(response);
  return response;
}

/** "Request failed with 403 Forbidden" helps nobody whom the backend tells why. */
async function refusalOf(response: Response): Promise<ResponseError> {
  const isOurs = isJson(response);
  const error = await ResponseError.fromResponse(response);
  if (isOurs && error.cause.message) error.message = error.cause.message;
  return error;
}

/** Our backend says in JSON what it does not find; nobody's is an empty 404 or the app's own page. */
function isNobodys(response: Response): boolean {
  return !isJson(response) && (response.ok || response.status === 404);
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.includes('json') ?? false;
}
