import { whySilent } from './whySilent';

const failed = (more: object) => Object.assign(new Error('secret'), more);

describe('whySilent', () => {
  it.each([
    [{ code: 'ECONNREFUSED' }, 'the connection is refused'],
    [{ code: 'ENOTFOUND' }, 'its address is not known'],
    [{ code: 'PLT_KFK_TIMEOUT' }, 'no answer in time'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'its certificate is of another'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'its certificate is out of date'],
    [{ apiId: 'UNSUPPORTED_VERSION' }, 'its version is not supported'],
    [{}, 'it could not be asked'],
  ])('says it of %j, and nothing of its text', (cause, sentence) => {
    const inside = failed({ code: 'PLT_KFK_NETWORK', cause: failed(cause) });
    const error = failed({ code: 'PLT_KFK_MULTIPLE', errors: [inside] });
    const said = whySilent(Object.keys(cause).length ? error : failed({}));
    expect(said).toContain(sentence);
    expect(said).not.toContain('secret');
  });

  it('copes with anything that is thrown', () => {
    const round: { message: string; cause?: object } = { message: 'round' };
    round.cause = round;
    for (const odd of [undefined, null, 'text', round]) {
      expect(whySilent(odd)).toBe('it could not be asked');
    }
  });
});
