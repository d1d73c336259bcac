import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import readable from '../readable.module.css';
import styles from './Panel.module.css';

/** A part of a page with its heading. */
export function Panel(props: {
  title: string;
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const { title, aside, children } = props;
  return (
    <Card className={readable.readable}>
      <CardHeader>
        <Flex justify="between" align="center" className={styles.head}>
          <Text as="h3" weight="bold">
            {title}
          </Text>
          {aside && <div className={styles.aside}>{aside}</div>}
        </Flex>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
