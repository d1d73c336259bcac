import { Flex, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';

/** The inputs of one field of the form, under its title. */
export function FieldGroup(props: {
  title: string;
  description?: string;
  children: ReactNode;
}) {
  const { title, description, children } = props;
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <Flex direction="column" gap="4" mb="4">
        <Flex direction="column" gap="1">
          <Text as="h3" variant="title-x-small" id={id}>
            {title}
          </Text>
          {description && <Text color="secondary">{description}</Text>}
        </Flex>
        {children}
      </Flex>
    </div>
  );
}
