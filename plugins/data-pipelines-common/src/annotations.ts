/**
 * On a pipeline's entity: where it runs, as
 * `dev=<cluster>/<namespace>/<release>,prod=…`.
 *
 * @public
 */
export const ANNOTATION_ENVIRONMENTS = 'headworks.dev/environments';

/**
 * On the entity of a job: its key in the chart's values.
 *
 * @public
 */
export const ANNOTATION_JOB = 'headworks.dev/job';

/**
 * On the entity of a topic: its name in Kafka.
 *
 * @public
 */
export const ANNOTATION_TOPIC = 'headworks.dev/topic';

/**
 * On an object the portal made: entity ref of the user who asked for it.
 *
 * @public
 */
export const ANNOTATION_REQUESTED_BY = 'headworks.dev/requested-by';

/**
 * On an object the portal made: id of the action that it is part of.
 *
 * @public
 */
export const ANNOTATION_ACTION = 'headworks.dev/action';

/**
 * Label on objects and their pods: name of the pipeline.
 *
 * @public
 */
export const LABEL_PIPELINE = 'headworks.dev/pipeline';

/**
 * Label on objects and their pods: the job's key in the chart's values.
 *
 * @public
 */
export const LABEL_JOB = 'headworks.dev/job';

/**
 * Label on objects and their pods: name of the environment.
 *
 * @public
 */
export const LABEL_ENVIRONMENT = 'headworks.dev/environment';

/** @public */
export const TYPE_PIPELINE = 'data-pipeline';
/** @public */
export const TYPE_FLINK_JOB = 'flink-job';
/** @public */
export const TYPE_SPARK_JOB = 'spark-job';
/** @public */
export const TYPE_KAFKA_TOPIC = 'kafka-topic';
/** @public */
export const TYPE_KAFKA_CLUSTER = 'kafka-cluster';
