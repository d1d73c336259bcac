import { ProfileTable } from './profile';

/** Rules for Spark: dev, prod, regulated. */
export const SPARK_PROFILES: ProfileTable = {};
