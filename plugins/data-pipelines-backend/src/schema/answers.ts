/** What Backstage answers with where something went wrong. */
export interface ErrorAnswer {
  error: {
    /** Such as `InputError`. */
    name: string;
    /** What is wrong and what to do. */
    message: string;
  };
  request?: { method: string; url: string };
  response: { statusCode: number };
}

export type {
  AcknowledgeStart,
  ActionList,
  ActionOrder,
  ActionPreview,
  ActionQuestion,
  ActionView,
  ClusterList,
  CollectorView,
  FoundAnswer,
  HistoryPage,
  JobChangePreview,
  JobChangeQuestion,
  JobPageView,
  JobStateView,
  KafkaClusterList,
  KafkaTopicList,
  NamespaceList,
  PartActionOrder,
  PartActionQuestion,
  PipelineActionOrder,
  PipelineActionPreview,
  PipelineActionQuestion,
  PipelineDrift,
  PipelineList,
  PipelinePreview,
  PipelineView,
  StartView,
} from '@headworks/backstage-plugin-data-pipelines-common';
