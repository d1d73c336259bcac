import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import { promisify } from 'node:util';
import { CannotRun } from '../exitCodes';
import type { ExecEntry, UserEntry } from './kubeconfigFile';

const run = promisify(execFile);

/** As whom a request is made. */
export interface Credential {
  /** Value of the header Authorization. */
  authorization?: string;
  certificate?: string;
  key?: string;
}

/** What a user of a kubeconfig shows to the API server. */
export async function credentialOf(
  user: UserEntry,
  env: NodeJS.ProcessEnv,
): Promise<Credential> {
  const certificates = {
    certificate: await pem(
      user['client-certificate-data'],
      user['client-certificate'],
    ),
    key: await pem(user['client-key-data'], user['client-key']),
  };
  if (user.exec) return { ...certificates, ...(await execute(user.exec, env)) };
  const token = user.tokenFile
    ? (await fs.readFile(user.tokenFile, 'utf8')).trim()
    : user.token;
  if (token) return { ...certificates, authorization: `Bearer ${token}` };
  if (user.username) {
    const text = `${user.username}:${user.password ?? ''}`;
    const authorization = `Basic ${Buffer.from(text).toString('base64')}`;
    return { ...certificates, authorization };
  }
  return certificates;
}

interface ExecCredential {
  status?: {
    token?: string;
    clientCertificateData?: string;
    clientKeyData?: string;
  };
}

/** A program that prints a credential, as those of the cloud providers do. */
async function execute(
  { apiVersion, command, args, env: more, installHint }: ExecEntry,
  env: NodeJS.ProcessEnv,
): Promise<Credential> {
  const info = {
    apiVersion: apiVersion ?? 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    spec: { interactive: false },
  };
  try {
    const { stdout } = await run(command, args ?? [], {
      env: {
        ...env,
        KUBERNETES_EXEC_INFO: JSON.stringify(info),
        ...Object.fromEntries(
          (more ?? []).map(({ name, value }) => [name, value]),
        ),
      },
      timeout: 60_000,
    });
    const { status } = JSON.parse(stdout) as ExecCredential;
    return {
      ...(status?.token && { authorization: `Bearer ${status.token}` }),
      ...(status?.clientCertificateData && {
        certificate: status.clientCertificateData,
        key: status.clientKeyData,
      }),
    };
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & {
      stderr?: string;
    };
    const why =
      code === 'ENOENT'
        ? `it is not installed. ${installHint ?? ''}`
        : (stderr || (error as Error).message).trim();
    throw new CannotRun(`The credential plugin "${command}" failed: ${why}`);
  }
}

/** From a file's text or from a file of its own. */
export async function pem(
  data?: string,
  file?: string,
): Promise<string | undefined> {
  if (data) return Buffer.from(data, 'base64').toString('utf8');
  if (!file) return undefined;
  return fs.readFile(file, 'utf8').catch(error => {
    throw new CannotRun(`${file}: it cannot be read (${error.code}).`);
  });
}
