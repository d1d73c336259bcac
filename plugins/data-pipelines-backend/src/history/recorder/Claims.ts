import { Place } from '../facts/Fact';
import { Subject } from './subject';

/** A pipeline whose part an object is, as the catalog declares it. */
export type Claim = Pick<Place, 'pipelineRef' | 'environment' | 'entityRef'>;

/** Tells whose an object is. */
export interface Claims {
  /** Several where pipelines share the object; none where nobody declares it. */
  of(cluster: string, subject: Subject): readonly Claim[];
}
