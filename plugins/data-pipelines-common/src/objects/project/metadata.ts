import { ObjectMetadata } from '../../resources/metadata';
import { RawObject } from '../../resources/rawObject';

/** Of these tools only; `kubectl apply` keeps the whole object in one. */
const OURS =
  /^(([\w-]+\.)*(headworks\.dev|backstage\.io|strimzi\.io|flink\.apache\.org|spark\.apache\.org|sparkoperator\.k8s\.io|confluent\.io)|meta\.helm\.sh|argocd\.argoproj\.io|(helm|kustomize)\.toolkit\.fluxcd\.io)\//;
const LONGEST = 1_000;

/** What rules and views read of an object's metadata. */
export function metadataOf({ metadata }: RawObject): ObjectMetadata {
  return {
    name: metadata.name,
    namespace: metadata.namespace ?? '',
    uid: metadata.uid,
    generation: metadata.generation,
    creationTimestamp: metadata.creationTimestamp,
    ...(metadata.deletionTimestamp && {
      deletionTimestamp: metadata.deletionTimestamp,
    }),
    labels: metadata.labels ?? {},
    annotations: ours(metadata.annotations ?? {}),
  };
}

function ours(annotations: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(annotations).filter(
      ([key, value]) => OURS.test(key) && value.length <= LONGEST,
    ),
  );
}
