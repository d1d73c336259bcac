import { Flex, Text } from '@backstage/ui';
import styles from './ActionDialog.module.css';

/** A list with its heading; nothing where there is nothing to say. */
export function Sentences(props: { title: string; sentences: string[] }) {
  const { title, sentences } = props;
  return sentences.length === 0 ? null : (
    <Flex direction="column" gap="1">
      <Text weight="bold">{title}</Text>
      <ul className={styles.list}>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Flex>
  );
}
