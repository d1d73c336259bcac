import { Button, Flex, TextField } from '@backstage/ui';
import { KeyboardEvent, useState } from 'react';
import { problemProps } from '../../components/inputs';

const SHORTEST = 10;

/** Asks why a warning is all right here. */
export function Acceptance(props: {
  onAccept(reason: string): void;
  onCancel(): void;
}) {
  const { onAccept, onCancel } = props;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isShort = reason.trim().length < SHORTEST;
  const accept = () => {
    if (isShort) setTried(true);
    else onAccept(reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter') return;
    // Enter in a form would go to the next page.
    event.preventDefault();
    accept();
  };
  return (
    <Flex gap="2" align="end">
      <TextField
        {...problemProps(
          tried && isShort
            ? `Give a reason of at least ${SHORTEST} characters; it lands in the repository.`
            : undefined,
        )}
        label="Why is this all right here?"
        size="small"
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={reason}
        onChange={setReason}
        onKeyDown={onKeyDown}
      />
      <Button variant="primary" onPress={accept}>
        Accept
      </Button>
      <Button variant="tertiary" onPress={onCancel}>
        Cancel
      </Button>
    </Flex>
  );
}
