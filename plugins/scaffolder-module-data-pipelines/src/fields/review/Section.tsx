import { Flex, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';

/** A part of the review under its title. */
export function Section(props: { title: string; children: ReactNode }) {
  const { title, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Flex direction="column" gap="3">
        <Text as="h4" variant="body-large" weight="bold" id={id}>
          {title}
        </Text>
        {children}
      </Flex>
    </section>
  );
}
