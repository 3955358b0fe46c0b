import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, flag, noContent, ok, param, text } from '../../../kernel/rest/request';
import type { Handlers, Request } from '../account';
import { router } from './request';
import { taskChannelAnswer } from './workspace-answers';

const changesOf = (request: Request) => ({
  friendlyName: text(request, 'FriendlyName'),
  channelOptimizedRouting: flag(request, 'ChannelOptimizedRouting'),
});

export const taskChannels: Handlers = {
  ListTaskChannel: reading([], (request) =>
    page(
      request,
      'channels',
      router(request)
        .taskChannels()
        .map((channel) => taskChannelAnswer(request.account, channel)),
    ),
  ),
  CreateTaskChannel: reading(['FriendlyName', 'UniqueName', 'ChannelOptimizedRouting'], (request) => {
    const { friendlyName = '', ...others } = changesOf(request);
    const uniqueName = text(request, 'UniqueName') ?? '';
    const channel = router(request).createTaskChannel({ friendlyName, uniqueName, ...others });
    return created(taskChannelAnswer(request.account, channel));
  }),
  FetchTaskChannel: reading([], (request) =>
    ok(taskChannelAnswer(request.account, router(request).taskChannel(param(request, 'Sid')))),
  ),
  UpdateTaskChannel: reading(['FriendlyName', 'ChannelOptimizedRouting'], (request) => {
    const channel = router(request).changeTaskChannel(param(request, 'Sid'), changesOf(request));
    return ok(taskChannelAnswer(request.account, channel));
  }),
  DeleteTaskChannel: reading([], (request) => {
    router(request).removeTaskChannel(param(request, 'Sid'));
    return noContent();
  }),
};
