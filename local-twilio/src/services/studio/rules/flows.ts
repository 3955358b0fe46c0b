import type { Context } from '../events';
import { notFound } from '../../../kernel/errors';
import type { Studio } from '../commands';
import { readDefinition } from './definition';
import type { Flow } from '../entities';
import type { StudioState } from '../state';

type Flows = Omit<Studio, 'executions' | 'state'>;

type NewFlow = Parameters<Studio['createFlow']>[0];

/** Flows and their revisions, of which the newest and the published one are kept. */
export function createFlows({ clock, sids }: Context, { flows }: StudioState): Flows {
  const get = (sid: string): Flow => {
    const found = flows.get(sid);
    if (!found) throw notFound(`/Flows/${sid}`);
    return found;
  };
  const add = (sid: Flow['sid'], { friendlyName, status, definition: text, commitMessage }: NewFlow): Flow => {
    const definition = readDefinition(text);
    const flow: Flow = {
      ...{ sid, createdAtMs: clock.nowMs(), updatedAtMs: null, revision: 1 },
      ...{ friendlyName, status, definition, commitMessage: commitMessage ?? null },
      published: status === 'published' ? definition : null,
    };
    flows.set(sid, flow);
    return flow;
  };
  return {
    createFlow: (flow) => add(sids.next('FW'), flow),
    publish: (sid, definition) => void add(sid, { friendlyName: 'Flow', status: 'published', definition }),
    updateFlow(sid, { friendlyName, status, definition, commitMessage }) {
      const flow = get(sid);
      if (definition !== undefined) flow.definition = readDefinition(definition);
      if (friendlyName !== undefined) flow.friendlyName = friendlyName;
      if (status === 'published') flow.published = flow.definition;
      flow.status = status;
      flow.commitMessage = commitMessage ?? null;
      flow.revision += 1;
      flow.updatedAtMs = clock.nowMs();
      return flow;
    },
    removeFlow: (sid) => void flows.delete(get(sid).sid),
    flow: get,
    flows: () => [...flows.values()],
  };
}
