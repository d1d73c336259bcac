interface Hopeless {
  subject: (container: string, pod: string) => string;
  problem: string;
  nextStep: string;
}

const container = (name: string, pod: string) =>
  `Container ${name} in pod ${pod}`;
const image = (name: string, pod: string) =>
  `The image of ${name} in pod ${pod}`;

const NO_IMAGE: Hopeless = {
  subject: image,
  problem: 'cannot be pulled',
  nextStep: "Check the image's name and tag, and the pull secret.",
};
const CANNOT_BE_MADE: Hopeless = {
  subject: container,
  problem: 'cannot be made',
  nextStep: 'Correct what the message names, then upgrade the release.',
};

/** Why the kubelet says a container waits, where waiting longer does not help. */
export const BY_WAITING_REASON: Readonly<Record<string, Hopeless | undefined>> =
  {
    ImagePullBackOff: NO_IMAGE,
    ErrImagePull: NO_IMAGE,
    ErrImageNeverPull: NO_IMAGE,
    ImageInspectError: NO_IMAGE,
    RegistryUnavailable: NO_IMAGE,
    SignatureValidationFailed: NO_IMAGE,
    InvalidImageName: {
      subject: image,
      problem: 'has no valid name',
      nextStep: 'Correct the image in the values.',
    },
    CrashLoopBackOff: {
      subject: container,
      problem: 'crashes again and again',
      nextStep: 'Read the log of the pod.',
    },
    CreateContainerConfigError: {
      subject: container,
      problem: 'refers to a ConfigMap or Secret that is not there',
      nextStep: 'Create what the message names.',
    },
    CreateContainerError: CANNOT_BE_MADE,
    RunContainerError: {
      ...CANNOT_BE_MADE,
      problem: 'cannot be started',
    },
    PreStartHookError: CANNOT_BE_MADE,
    PostStartHookError: CANNOT_BE_MADE,
  };
