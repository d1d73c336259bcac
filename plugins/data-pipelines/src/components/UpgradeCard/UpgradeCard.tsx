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
import { UpgradeEnvironment } from './UpgradeEnvironment';
import { UpgradeFiles } from './UpgradeFiles';
import { upgradeLink } from './upgradeLink';
import styles from './UpgradeCard.module.css';

/** Which charts a pipeline has, and what the newest would change. */
export function UpgradeCard(props: { entityRef: string; chart: ChartDrift }) {
  const { entityRef, chart } = props;
  const { current, newest, upgrade, refusal } = chart;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center">
          <Text as="h3" weight="bold">
            {newest && newest !== current
              ? `Charts ${current} · ${newest} available`
              : `Charts ${current}`}
          </Text>
          {upgrade && (
            <ButtonLink variant="primary" href={upgradeLink(entityRef)}>
              Open upgrade
            </ButtonLink>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        {refusal && (
          <Alert
            status="warning"
            icon
            title="No upgrade can be prepared"
            description={<span className={styles.lines}>{refusal}</span>}
          />
        )}
        {upgrade && <Upgrade upgrade={upgrade} />}
        {!refusal && !upgrade && (
          <Text>These are the newest charts that this portal has.</Text>
        )}
      </CardBody>
    </Card>
  );
}

function Upgrade({ upgrade }: { upgrade: ChartUpgrade }) {
  return (
    <Flex direction="column" gap="4">
      <Text color="secondary">
        The upgrade is a change in Git, for somebody to look at. Nothing runs
        otherwise before that is merged and installed.
      </Text>
      {upgrade.environments.map(one => (
        <UpgradeEnvironment key={one.name} upgrade={one} />
      ))}
      <UpgradeFiles upgrade={upgrade} />
    </Flex>
  );
}
