import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Button,
  ButtonIcon,
  Flex,
} from '@backstage/ui';
import {
  RiAddLine,
  RiDeleteBinLine,
  RiErrorWarningFill,
} from '@remixicon/react';
import { ReactNode, useRef } from 'react';
import styles from './RowList.module.css';
import { OpenRows } from './useOpenRows';

/** Rows that open, each for one thing with a name, and a button for another. */
export function RowList<T extends { name: string }>(props: {
  /** What a row is, such as `Topic`. */
  noun: string;
  rows: T[];
  open: OpenRows;
  summaryOf(row: T): string;
  /** What is wrong in a row; shown on it, so that a closed one tells, too. */
  problemOf(row: T, index: number): string | undefined;
  /** What is wrong with having none. */
  problem?: string;
  onAdd(): void;
  onRemove(index: number): void;
  /** Other ways to a row, beside the button. */
  beside?: ReactNode;
  children(row: T, index: number): ReactNode;
}) {
  const { noun, rows, open, summaryOf, problemOf, beside, children } = props;
  const list = useRef<HTMLDivElement>(null);
  const remove = (index: number) => {
    // The button that had the focus goes; the next one takes it.
    const buttons = list.current!.querySelectorAll<HTMLElement>(
      '[data-keeps-focus] button',
    );
    buttons[index + 1].focus();
    open.removed(index);
    props.onRemove(index);
  };
  const add = () => {
    open.added();
    props.onAdd();
  };
  return (
    <div ref={list} className={styles.rows}>
      <ul className={styles.list} aria-label={`${noun}s`}>
        {rows.map((row, index) => {
          const problem = problemOf(row, index);
          const name = row.name || `New ${noun.toLowerCase()}`;
          const isOpen = open.isOpen(index);
          return (
            <li key={open.keyOf(index)} className={styles.row}>
              <Accordion
                className={styles.body}
                isExpanded={isOpen}
                onExpandedChange={expanded => open.set(index, expanded)}
              >
                <AccordionTrigger level={4}>
                  <span className={styles.head}>
                    <span className={styles.name}>{name}</span>
                    {problem ? (
                      <span className={styles.problem}>
                        <RiErrorWarningFill size={16} aria-hidden />
                        {problem}
                      </span>
                    ) : (
                      <span className={styles.summary}>{summaryOf(row)}</span>
                    )}
                  </span>
                </AccordionTrigger>
                <AccordionPanel>
                  {isOpen && (
                    <Flex direction="column" gap="4" pt="3" pb="2">
                      {children(row, index)}
                    </Flex>
                  )}
                </AccordionPanel>
              </Accordion>
              <span data-keeps-focus="" className={styles.remove}>
                <ButtonIcon
                  aria-label={`Remove ${name}`}
                  variant="tertiary"
                  icon={<RiDeleteBinLine />}
                  onPress={() => remove(index)}
                />
              </span>
            </li>
          );
        })}
      </ul>
      {props.problem && (
        <span className={styles.problem} role="alert">
          <RiErrorWarningFill size={16} aria-hidden />
          {props.problem}
        </span>
      )}
      <Flex gap="3" align="center" data-keeps-focus="">
        <Button variant="secondary" iconStart={<RiAddLine />} onPress={add}>
          Add a {noun.toLowerCase()}
        </Button>
        {beside}
      </Flex>
    </div>
  );
}
