import { LintRule } from '../lintRule';
import { rule as kafkaTopicMinInsync } from './kafka-topic-min-insync/rule';

/** Every rule; from the folders by: yarn rules */
export const RULES: readonly LintRule[] = [kafkaTopicMinInsync];
