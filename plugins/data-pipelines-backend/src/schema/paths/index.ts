import { Operation } from '../Operation';
import {
  clusterKafka,
  clusterNamespaces,
  clusters,
  kafkaTopics,
} from './clusters';
import { drift } from './drift';
import { jobHistory, pipelineHistory } from './history';
import { job } from './job';
import { jobActionPreview, jobActions } from './jobActions';
import { jobCheckpoints } from './jobCheckpoints';
import { jobFlink } from './jobFlink';
import { acknowledgeStart } from './jobStarts';
import { jobState } from './jobState';
import { lag } from './lag';
import { collector, found } from './operating';
import { partActionPreview, partActions } from './partActions';
import { pipeline } from './pipeline';
import { pipelineActionPreview, pipelineActions } from './pipelineActions';
import { pipelines } from './pipelines';
import { jobChangePreview, preview } from './preview';

/** Every route of the plugin. */
export const PATHS: Record<string, { get?: Operation; post?: Operation }> = {
  '/pipelines': pipelines,
  '/pipelines/{namespace}/{name}': pipeline,
  '/pipelines/{namespace}/{name}/history': pipelineHistory,
  '/pipelines/{namespace}/{name}/drift': drift,
  '/pipelines/{namespace}/{name}/lag': lag,
  '/pipelines/{namespace}/{name}/parts/actions': partActions,
  '/pipelines/{namespace}/{name}/parts/actions/preview': partActionPreview,
  '/pipelines/{namespace}/{name}/actions': pipelineActions,
  '/pipelines/{namespace}/{name}/actions/preview': pipelineActionPreview,
  '/pipelines/{namespace}/{name}/changes/preview': jobChangePreview,
  '/jobs/{namespace}/{name}': job,
  '/jobs/{namespace}/{name}/state': jobState,
  '/jobs/{namespace}/{name}/checkpoints': jobCheckpoints,
  '/jobs/{namespace}/{name}/flink': jobFlink,
  '/jobs/{namespace}/{name}/history': jobHistory,
  '/jobs/{namespace}/{name}/actions': jobActions,
  '/jobs/{namespace}/{name}/actions/preview': jobActionPreview,
  '/jobs/{namespace}/{name}/starts/acknowledge': acknowledgeStart,
  '/clusters': clusters,
  '/clusters/{cluster}/namespaces': clusterNamespaces,
  '/clusters/{cluster}/kafka': clusterKafka,
  '/clusters/{cluster}/kafka/{namespace}/{kafka}/topics': kafkaTopics,
  '/preview': preview,
  '/collector': collector,
  '/found': found,
};
