import { ProfileTable } from './profile';

/** Rules for every engine: dev, prod, regulated. */
export const ALL_PROFILES: ProfileTable = {};
