import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  FoundAnswer,
  foundPipelines,
} from '@headworks/backstage-plugin-data-pipelines-common';
import express from 'express';
import Router from 'express-promise-router';
import { Collector } from '../collector/Collector';

/**
 * What clusters show, for the catalog: services only, because nobody's
 * permission was asked for any of it.
 */
export function createFoundRouter(options: {
  httpAuth: HttpAuthService;
  collector: Pick<Collector, 'names' | 'source' | 'isRead'>;
}): express.Router {
  const { httpAuth, collector } = options;
  const router = Router();
  router.get('/found', async (request, response) => {
    await httpAuth.credentials(request, { allow: ['service'] });
    const { scope = 'labelled' } = request.query;
    if (scope !== 'labelled' && scope !== 'all') {
      throw new InputError(`scope: "${scope}" is not one of labelled, all`);
    }
    const names = collector.names();
    const answer: FoundAnswer = {
      items: foundPipelines(
        names.map(name => ({ name, objects: collector.source(name) })),
        scope,
      ),
      // Not wholly read since the start: silence is no proof of absence.
      incomplete: names.filter(name => !collector.isRead(name)),
    };
    response.json(answer);
  });
  return router;
}
