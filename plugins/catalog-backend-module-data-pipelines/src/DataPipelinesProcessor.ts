import {
  Entity,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_ENVIRONMENTS,
  ANNOTATION_OBJECTS,
  LABEL_PIPELINE,
  parseDeclaredObjects,
  parseEnvironments,
  TYPE_KAFKA_TOPIC,
  TYPE_PIPELINE,
} from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * Checks what pipelines say of their environments, and makes a topic part of
 * its pipeline (the catalog knows `subcomponentOf` for Components only).
 */
export class DataPipelinesProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'DataPipelinesProcessor';
  }

  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const { annotations = {}, namespace = 'default', name } = entity.metadata;
    if (entity.spec?.type === TYPE_PIPELINE) {
      try {
        parseEnvironments(annotations[ANNOTATION_ENVIRONMENTS]);
      } catch (error) {
        throw new Error(
          `Annotation ${ANNOTATION_ENVIRONMENTS} of ${name}: ${
            (error as Error).message
          }`,
        );
      }
    }
    try {
      parseDeclaredObjects(annotations[ANNOTATION_OBJECTS]);
    } catch (error) {
      throw new Error(
        `Annotation ${ANNOTATION_OBJECTS} of ${name}: ${
          (error as Error).message
        }`,
      );
    }
    const pipeline = annotations[LABEL_PIPELINE];
    if (entity.spec?.type === TYPE_KAFKA_TOPIC && pipeline) {
      const topic = { kind: entity.kind, namespace, name };
      const whole = { kind: 'Component', namespace, name: pipeline };
      emit(
        processingResult.relation({
          source: topic,
          type: RELATION_PART_OF,
          target: whole,
        }),
      );
      emit(
        processingResult.relation({
          source: whole,
          type: RELATION_HAS_PART,
          target: topic,
        }),
      );
    }
    return entity;
  }
}
