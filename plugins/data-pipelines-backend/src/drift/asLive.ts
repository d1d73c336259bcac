import { RenderedObject } from '@headworks/backstage-plugin-data-pipelines-common';

/**
 * What Git would have to say for the cluster to be as it is: the rendered
 * object with the live values of its own fields, without defaults and status.
 */
export function asLive(
  rendered: RenderedObject,
  live: RenderedObject,
): RenderedObject {
  return overlaid(rendered, live) as RenderedObject;
}

function overlaid(rendered: unknown, live: unknown): unknown {
  if (Array.isArray(rendered)) {
    return Array.isArray(live) && live.length === rendered.length
      ? rendered.map((value, index) => overlaid(value, live[index]))
      : live;
  }
  if (isMap(rendered) && isMap(live)) {
    return Object.fromEntries(
      Object.keys(rendered)
        .filter(key => key in live)
        .map(key => [key, overlaid(rendered[key], live[key])]),
    );
  }
  return live;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
