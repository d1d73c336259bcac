import { errorsIn, SomeError } from './errorsIn';

/** The key where what is wrong can be put right. */
const KEY = 'dataPipelines.kafka.clusters[]';

const REFUSED = `it does not accept the portal's user; look at sasl in ${KEY}, and whether the user is there`;

/** Kafka's names, and Node's and OpenSSL's, and what they mean. */
const REASONS: ReadonlyArray<[RegExp, string]> = [
  [
    /UNSUPPORTED_SASL_MECHANISM/,
    `it does not offer the mechanism in sasl of ${KEY}`,
  ],
  [/SASL_AUTHENTICATION_FAILED/, REFUSED],
  [
    /ILLEGAL_SASL_STATE/,
    `it wants no user there, or another way to connect; look at bootstrapServers, tls and sasl in ${KEY}`,
  ],
  [/CLUSTER_AUTHORIZATION_FAILED/, "it allows the portal's user nothing"],
  [
    /ERR_TLS_CERT_ALTNAME_INVALID/,
    `its certificate is of another name; use the names in it as bootstrapServers of ${KEY}`,
  ],
  [
    /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID/,
    "its certificate is out of date, or the portal's clock is wrong",
  ],
  [
    /CERT_|SELF_SIGNED|UNABLE_TO_|DEPTH_ZERO/,
    `its certificate is signed by nobody that the portal trusts; name its CA in tls.ca of ${KEY}`,
  ],
  [
    /EPROTO|ERR_SSL_/,
    `it does not speak TLS there as the portal does; look at bootstrapServers and tls of ${KEY}`,
  ],
  [/ECONNREFUSED/, 'the connection is refused'],
  [/ENOTFOUND|EAI_AGAIN/, 'its address is not known'],
  [/EHOSTUNREACH|ENETUNREACH/, 'there is no way to its address'],
  [/PLT_KFK_TIMEOUT|ETIMEDOUT/, 'no answer in time'],
  [/UNSUPPORTED_VERSION|PLT_KFK_UNSUPPORTED/, 'its version is not supported'],
  [
    /ECONNRESET|EPIPE|PLT_KFK_NETWORK/,
    `it ended the connection; look whether bootstrapServers, tls and sasl of ${KEY} fit`,
  ],
  [/PLT_KFK_AUTHENTICATION/, REFUSED],
];

/**
 * Why a Kafka did not answer. Nothing of an error's own text is passed on: who
 * knows what is in it.
 */
export function whySilent(error: unknown): string {
  const codes = errorsIn(error).flatMap(codesOf).join(' ');
  const [, reason] = REASONS.find(([code]) => code.test(codes)) ?? [];
  return reason ?? 'it could not be asked';
}

function codesOf({ code, apiId, message }: SomeError): string[] {
  // An answer that comes too late has no code of its own everywhere.
  const late = /timed out/i.test(message) ? ['ETIMEDOUT'] : [];
  return [code ?? '', apiId ?? '', ...late];
}
