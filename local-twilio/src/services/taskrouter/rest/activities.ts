import { page } from '../../../kernel/rest/pages';
import { reading } from '../../../kernel/rest/reads';
import { created, noContent, ok, param, queryText, text } from '../../../kernel/rest/request';
import type { Handlers } from '../account';
import { fits, isYes, queryFlag } from './filters';
import { router } from './request';
import { activityAnswer } from './workspace-answers';

export const activities: Handlers = {
  ListActivity: reading(['FriendlyName', 'Available'], (request) =>
    page(
      request,
      'activities',
      router(request)
        .activities()
        .filter(({ available, friendlyName }) =>
          fits([queryFlag(request, 'Available'), available], [queryText(request, 'FriendlyName'), friendlyName]),
        )
        .map((activity) => activityAnswer(request.account, activity)),
    ),
  ),
  CreateActivity: reading(['FriendlyName', 'Available'], (request) => {
    const friendlyName = text(request, 'FriendlyName') ?? '';
    // "A value of true, 1, or yes specifies the Activity is available. All other values specify that it is not."
    const available = isYes(text(request, 'Available') ?? '');
    return created(activityAnswer(request.account, router(request).createActivity({ friendlyName, available })));
  }),
  FetchActivity: reading([], (request) =>
    ok(activityAnswer(request.account, router(request).activity(param(request, 'Sid')))),
  ),
  UpdateActivity: reading(['FriendlyName'], (request) => {
    const { sid } = router(request).activity(param(request, 'Sid'));
    const friendlyName = text(request, 'FriendlyName');
    if (friendlyName !== undefined) router(request).renameActivity(sid, friendlyName);
    return ok(activityAnswer(request.account, router(request).activity(sid)));
  }),
  DeleteActivity: reading([], (request) => {
    router(request).removeActivity(param(request, 'Sid'));
    return noContent();
  }),
};
