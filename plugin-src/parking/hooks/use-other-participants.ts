import { useEffect, useState } from 'react';

import type { WorkerSid } from '../../../serverless-functions/src/contract/sids';
import { isLoaded, rosterOf, type ConversationLike } from '../../flex/conversation';
import { countOtherInternalParticipants, type TaskWithParticipants } from '../../flex/other-participants';

/**
 * Agents and supervisors in the conversation besides me; asked again whenever somebody joins or leaves.
 * If Flex cannot tell, 0: the Function looks itself before it parks.
 */
export function useOtherParticipants(request: {
  task: TaskWithParticipants | undefined;
  channelSid: string | undefined;
  conversation: ConversationLike | undefined;
  workerSid: WorkerSid;
}): number | 'unknown' {
  const { task, channelSid, conversation, workerSid } = request;
  const roster = isLoaded(conversation) ? rosterOf(conversation) : undefined;
  const question = channelSid && roster !== undefined ? `${channelSid}\n${roster}` : undefined;
  const [answer, setAnswer] = useState<{ question: string; count: number }>();

  useEffect(() => {
    if (!task || !channelSid || roster === undefined || question === undefined) return undefined;
    let isCurrent = true;
    const settle = (count: number) => {
      if (isCurrent) setAnswer({ question, count });
    };
    countOtherInternalParticipants({ task, channelSid, workerSid, roster }).then(settle, () => settle(0));
    return () => {
      isCurrent = false;
    };
    // The question holds everything that matters; Flex gives a new task object on every change of the task.
  }, [question, workerSid]);

  return answer && answer.question === question ? answer.count : 'unknown';
}
