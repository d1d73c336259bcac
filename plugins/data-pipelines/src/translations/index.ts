import {
  createTranslationRef,
  TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { card } from './card';
import { checkpoints } from './checkpoints';
import { clusters } from './clusters';
import { collector } from './collector';
import { common } from './common';
import { dataflow } from './dataflow';
import { drift } from './drift';
import { facts } from './facts';
import { fleet } from './fleet';
import { flink } from './flink';
import { history } from './history';
import { job } from './job';
import { order } from './order';
import { part } from './part';
import { pipeline } from './pipeline';
import { savepoint } from './savepoint';
import { starts } from './starts';
import { state } from './state';
import { upgrade } from './upgrade';

/**
 * Every text of the pages, one folder of keys a page. A portal gives its own
 * words or another language with `createTranslationMessages` and
 * `createTranslationResource`.
 *
 * @public
 */
export const dataPipelinesTranslationRef = createTranslationRef({
  id: 'plugin.data-pipelines',
  messages: {
    card,
    checkpoints,
    common,
    clusters,
    collector,
    dataflow,
    drift,
    facts,
    fleet,
    flink,
    history,
    job,
    order,
    part,
    pipeline,
    savepoint,
    starts,
    state,
    upgrade,
  },
});

/** Looks a text up: `t('fleet.create')`. */
export type Texts = TranslationFunction<typeof dataPipelinesTranslationRef.T>;

/** The texts in the viewer's language. */
export function useText(): Texts {
  return useTranslationRef(dataPipelinesTranslationRef).t;
}
