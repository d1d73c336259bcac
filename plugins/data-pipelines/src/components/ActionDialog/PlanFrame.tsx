import {
  Alert,
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
} from '@backstage/ui';
import { ReactNode, useState } from 'react';
import { useText } from '../../translations';
import readable from '../readable.module.css';
import { Loading } from '../states';
import { ActionAsk, useActionPlan } from './useActionPlan';

/** What of the traps the person says to know. */
export interface Known {
  known: string[];
  onKnown: (known: string[]) => void;
}

/** Asks what an action will do, shows it, then has it done. */
export function PlanFrame<P extends { fingerprint: string }>(props: {
  title: string;
  /** On the button that has it done. */
  go: string;
  /** Must be stable between renders. */
  ask: ActionAsk<P>;
  /** Whether it can be done, with what is known. */
  isReady: (preview: P, known: string[]) => boolean;
  /** What a person decides about it. */
  choices?: ReactNode;
  children: (preview: P, known: Known) => ReactNode;
  onDone: () => void;
  onClose: () => void;
}) {
  const { title, ask, isReady, choices, children, onDone, onClose } = props;
  const t = useText();
  const [known, onKnown] = useState<string[]>([]);
  const { preview, error, loading, pending, go } = useActionPlan(ask);
  const order = async () => {
    if (!(await go(known))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      isOpen
      width={720}
      onOpenChange={open => {
        if (!open) onClose();
      }}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4" className={readable.readable}>
          {choices}
          {error && (
            <Alert
              status="danger"
              icon
              title={t('state.failed')}
              description={error.message}
            />
          )}
          {!preview && loading && <Loading />}
          {preview && (
            <Flex direction="column" gap="4" aria-busy={loading}>
              {children(preview, { known, onKnown })}
            </Flex>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('state.cancel')}
        </Button>
        <Button
          variant="primary"
          isPending={pending}
          isDisabled={!preview || loading || !isReady(preview, known)}
          onPress={order}
        >
          {props.go}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
