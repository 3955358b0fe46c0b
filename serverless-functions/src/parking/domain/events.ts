import type { TaskSid, WorkerSid } from '../../contract/sids';
import type { Back, Target } from './plans';
import type { Announcement, Park, Problem, Traces } from './record';

/** A claim is one attempt to route; its id tells it from every other attempt. */
export interface Claim {
  claimId: string;
  atMs: number;
}

/** Who asks for something that only the agent who parked, or a supervisor, may have. */
export interface Asker {
  workerSid: WorkerSid;
  mayActOnAll: boolean;
}

export type ParkingEvent =
  /** An agent who is on the channel, with an assigned task, asks to park. */
  | { type: 'parkAsked'; park: Park }
  | {
      type: 'agentReleased';
      parkId: string;
      traces: Traces;
      /** What people call the agent, if it is known. */
      agentName?: string | undefined;
      /** Every call of this park was answered, so that none can take effect later. */
      allCallsAnswered: boolean;
      /** A customer wrote what the agent has not seen. */
      replied: boolean;
      claim: Claim;
    }
  /** It was undone, or its Function died without effect. */
  | { type: 'parkFailed'; parkId: string; allCallsAnswered: boolean }
  /**
   * `agentGone`: the parked task is over. `served`: an open task or an agent takes care of the conversation.
   * `byWorkflow`: whatever the settings say about replies. `why`: when it is not just their reply, for the history.
   * `remark`: index of the message, when it is all that the agent has not seen and needs no answer soon.
   */
  | {
      type: 'customerWrote';
      agentGone: boolean;
      served: boolean;
      byWorkflow?: true;
      why?: 'found' | 'max-age';
      remark?: number;
      claim: Claim;
    }
  /** `served`: as above; only asked when the conversation is returning. */
  | {
      type: 'unparkAsked';
      by: Asker;
      target: Target;
      served: boolean;
      claim: Claim;
    }
  /** `target`: where it went in the end, when that is not where the claim wanted it. */
  | { type: 'inviteSent'; claimId: string; taskSid: TaskSid; target?: Target; atMs: number; allCallsAnswered: boolean }
  /** A Studio flow has it until then. */
  | { type: 'handedOver'; claimId: string; untilMs: number }
  | { type: 'inviteFailed'; claimId: string; problem?: Problem }
  /** `parkId`: of the park that the task brings back, as its attributes say. */
  | { type: 'taskAccepted'; taskSid: TaskSid; parkId?: string | undefined }
  /** Somebody of the contact centre is in the conversation, however they came. */
  | { type: 'agentJoined' }
  | { type: 'taskDied'; taskSid: TaskSid; customerWaiting: boolean; claim: Claim }
  /** The time that the agent chose may have come. `served`: as above. */
  | { type: 'timeCame'; served: boolean; claim: Claim }
  /** A back office says that it can go on. `served`: as above. */
  | { type: 'eventCame'; note?: string | undefined; served: boolean; claim: Claim }
  /** Another time, or none. */
  | { type: 'timeChanged'; by: Asker; back: Back | undefined; claim: Claim }
  /** The customer is about to be told that it will be closed, or that it is. */
  | { type: 'endAnnounced'; what: Announcement; atMs: number }
  /** The conversation is closed or gone, or its channel has failed: it cannot come back. */
  | { type: 'conversationClosed' };

export type EventName = ParkingEvent['type'];

export type EventOf<Name extends EventName> = Extract<ParkingEvent, { type: Name }>;

/** Events that may make their sender the one who routes. */
export type ClaimingEvent = Extract<ParkingEvent, { claim: Claim }>;
