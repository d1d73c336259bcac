import {
  Alert,
  ButtonLink,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import {
  ChartDrift,
  ChartUpgrade,
} from '@headworks/backstage-plugin-data-pipelines-common';
import { templateLink } from '../../templateLink';
import { useText } from '../../translations';
import { UpgradeEnvironment } from './UpgradeEnvironment';
import { UpgradeFiles } from './UpgradeFiles';
import styles from './UpgradeCard.module.css';

/** Which charts a pipeline has, and what the newest would change. */
export function UpgradeCard(props: { entityRef: string; chart: ChartDrift }) {
  const { entityRef, chart } = props;
  const { current, newest, upgrade, refusal } = chart;
  const t = useText();
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center">
          <Text as="h3" weight="bold">
            {newest && newest !== current
              ? t('upgrade.newer', { current, newest })
              : t('upgrade.charts', { current })}
          </Text>
          {upgrade && (
            <ButtonLink
              variant="primary"
              href={templateLink('upgrade', { pipeline: entityRef })}
            >
              {t('upgrade.open')}
            </ButtonLink>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        {refusal && (
          <Alert
            status="warning"
            icon
            title={t('upgrade.refused')}
            description={<span className={styles.lines}>{refusal}</span>}
          />
        )}
        {upgrade && <Upgrade upgrade={upgrade} />}
        {!refusal && !upgrade && <Text>{t('upgrade.newest')}</Text>}
      </CardBody>
    </Card>
  );
}

function Upgrade({ upgrade }: { upgrade: ChartUpgrade }) {
  const t = useText();
  return (
    <Flex direction="column" gap="4">
      <Text color="secondary">{t('upgrade.what')}</Text>
      {upgrade.environments.map(one => (
        <UpgradeEnvironment key={one.name} upgrade={one} />
      ))}
      <UpgradeFiles upgrade={upgrade} />
    </Flex>
  );
}
