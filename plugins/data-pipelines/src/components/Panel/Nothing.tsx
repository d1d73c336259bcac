import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';

/** A panel without content: what would be there, and how it comes. */
export function Nothing(props: { title: string; children: ReactNode }) {
  return (
    <Flex direction="column" gap="1">
      <Text weight="bold">{props.title}</Text>
      <Text color="secondary">{props.children}</Text>
    </Flex>
  );
}
