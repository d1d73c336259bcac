import { PipelineQuery } from '@headworks/backstage-plugin-data-pipelines-common';

/** How much fits beside each other. */
export type Room = 'wide' | 'middle' | 'small' | 'narrow';

/** What a table of pipelines can tell; `everything` is one cell for a phone. */
export type Column =
  | 'health'
  | 'name'
  | 'why'
  | 'environments'
  | 'engines'
  | 'owner'
  | 'changed'
  | 'everything';

/** The columns that there is room for; their widths are in the style sheet. */
export const COLUMNS: Record<Room, readonly Column[]> = {
  wide: [
    'health',
    'name',
    'why',
    'environments',
    'engines',
    'owner',
    'changed',
  ],
  middle: ['health', 'name', 'why', 'environments', 'engines', 'changed'],
  small: ['health', 'name', 'why', 'environments', 'changed'],
  narrow: ['everything'],
};

/** What the backend sorts by when a column's heading is pressed. */
export const SORT_OF: Partial<
  Record<Column, NonNullable<PipelineQuery['sort']>>
> = {
  health: 'health',
  name: 'name',
  owner: 'owner',
  changed: 'changed',
  everything: 'health',
};

/** What names its row to a screen reader. */
export const ROW_HEADERS: ReadonlySet<Column> = new Set(['name', 'everything']);
