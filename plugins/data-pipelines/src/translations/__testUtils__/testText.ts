import { mockApis } from '@backstage/frontend-test-utils';
import { dataPipelinesTranslationRef, Texts } from '..';

/** The texts in English, as the pages have them by default. */
export function testText(): Texts {
  const snapshot = mockApis
    .translation()
    .getTranslation(dataPipelinesTranslationRef);
  if (!snapshot.ready) throw new Error('English is always there');
  return snapshot.t;
}
