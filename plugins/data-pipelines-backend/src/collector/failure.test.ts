import { failureSentence, Refusal } from './failure';

const sentence = (error: Error) =>
  failureSentence('east', 'kafkatopics', error);

describe('failureSentence', () => {
  it.each<[number, string, string]>([
    [401, '{}', "Cluster east does not accept the portal's credential"],
    [
      403,
      '{"message":"kafkatopics is forbidden"}',
      'Cluster east does not let the portal read kafkatopics; its credential needs list and watch',
    ],
    [
      400,
      '{"message":"bad selector"}',
      'Cluster east refuses to list kafkatopics: bad selector',
    ],
    [
      500,
      '{"error":{"message":"connect ECONNREFUSED 127.0.0.1:6443"}}',
      'Cluster east does not answer: the connection is refused',
    ],
    [502, 'Bad gateway', 'Cluster east does not answer: Bad gateway'],
  ])('HTTP %i %s', (status, body, expected) => {
    expect(sentence(new Refusal(status, body))).toBe(expected);
  });

  it.each([
    [new TypeError('terminated'), 'the connection broke'],
    [
      new TypeError('fetch failed', {
        cause: new Error('getaddrinfo ENOTFOUND kube.example'),
      }),
      'its name is not known',
    ],
    [new Error('The operation timed out'), 'no answer in time'],
  ])('%s', (error, reason) => {
    expect(sentence(error)).toBe(`Cluster east does not answer: ${reason}`);
  });
});
