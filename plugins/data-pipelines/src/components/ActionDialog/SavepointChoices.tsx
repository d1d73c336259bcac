import { Button, Flex, Select, TextField } from '@backstage/ui';
import { TakeSavepoint } from '@headworks/backstage-plugin-data-pipelines-common';
import { useState } from 'react';
import { useText } from '../../translations';
import styles from './ActionDialog.module.css';

const FORMATS = ['canonical', 'native'] as const;

/** What a person decides about a savepoint; mostly nothing. */
export function SavepointChoices(props: {
  action: TakeSavepoint;
  /** Whether it is kept under a name of its own. */
  hasName: boolean;
  onChange: (action: TakeSavepoint) => void;
}) {
  const { action, hasName, onChange } = props;
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(action.name ?? '');
  const [folder, setFolder] = useState(action.folder ?? '');
  // Looked at when somebody has written it, not at every letter.
  const settle = () => {
    const wish = {
      ...action,
      name: name || undefined,
      folder: folder || undefined,
    };
    if (wish.name !== action.name || wish.folder !== action.folder) {
      onChange(wish);
    }
  };
  return (
    <Flex direction="column" gap="3">
      <Button
        variant="secondary"
        aria-expanded={isOpen}
        onPress={() => setOpen(!isOpen)}
        className={styles.choices}
      >
        {t(hasName ? 'savepoint.choices' : 'savepoint.choicesWithoutName')}
      </Button>
      {isOpen && (
        <>
          {hasName && (
            <TextField
              label={t('savepoint.name')}
              description={t('savepoint.nameHint')}
              value={name}
              onChange={setName}
              onBlur={settle}
            />
          )}
          <TextField
            label={t('savepoint.folder')}
            description={t('savepoint.folderHint')}
            value={folder}
            onChange={setFolder}
            onBlur={settle}
          />
          <Select
            label={t('savepoint.format')}
            value={action.format ?? 'canonical'}
            options={FORMATS.map(value => ({
              value,
              label: t(`savepoint.formats.${value}`),
            }))}
            onChange={value =>
              onChange({
                ...action,
                format: FORMATS.find(one => one === value),
              })
            }
          />
        </>
      )}
    </Flex>
  );
}
