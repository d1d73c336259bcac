import { parseDeclaredObjects, printDeclaredObjects } from './declaredObjects';

describe('the annotation headworks.dev/objects', () => {
  it('is read and written', () => {
    const text =
      'dev=flinkdeployments.flink.apache.org/streams/orders,prod=sparkapplications.spark.apache.org/batch/report';
    const objects = parseDeclaredObjects(text);
    expect(objects[0]).toEqual({
      environment: 'dev',
      resource: 'flinkdeployments.flink.apache.org',
      namespace: 'streams',
      name: 'orders',
    });
    expect(printDeclaredObjects(objects)).toBe(text);
  });

  it.each([undefined, '', ' , '])('may be empty (%j)', text => {
    expect(parseDeclaredObjects(text)).toEqual([]);
  });

  it('says what is wrong and how it is right', () => {
    expect(() => parseDeclaredObjects('dev=orders')).toThrow(
      '"dev=orders" is not an object; write <environment>=<resource>/<namespace>/<name>, separated by commas',
    );
    expect(() => parseDeclaredObjects('dev=sparkapplications/a/b')).toThrow(
      '"sparkapplications" is not a resource that Headworks watches; write one of cronjobs.batch, flink',
    );
  });
});
