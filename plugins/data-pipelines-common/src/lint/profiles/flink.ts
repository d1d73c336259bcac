import { ProfileTable } from './profile';

/** Rules for Flink: dev, prod, regulated. */
export const FLINK_PROFILES: ProfileTable = {};
