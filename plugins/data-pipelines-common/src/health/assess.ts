import { HealthReport } from '../model/health';
import { ObjectSource } from '../objects/ObjectSource';
import { KnownObjects, ResourceId } from '../resources/kinds';

/**
 * A cluster as it is known at one moment.
 *
 * @public
 */
export interface Moment {
  /** The object's own cluster. */
  source: ObjectSource;
  now: Date;
}

/**
 * How well one object is. Pure: the same object, surroundings and time give
 * the same answer. Never throws, whatever a status holds.
 *
 * @public
 */
export type HealthRule<T> = (object: T, moment: Moment) => HealthReport;

/**
 * Resources that say nothing by themselves: they explain others.
 *
 * @public
 */
export type Witness = 'pods' | 'events';

/**
 * Resources that have a health of their own.
 *
 * @public
 */
export type Assessed = Exclude<ResourceId, Witness>;

/**
 * The health rule of every resource that has one.
 *
 * @public
 */
export type HealthRules = {
  readonly [R in Assessed]: HealthRule<KnownObjects[R]>;
};
