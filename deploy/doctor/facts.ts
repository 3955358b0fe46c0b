import type { ErrorCode } from '../../serverless-functions/src/contract/error-codes';
import type { CalibrationRead } from '../calibrate/calibration-file';
import type { AccountState } from '../state';
import type { TemplatePark } from '../template/template-parks';
import type { TemplateSigns } from '../template/template-signs';

export interface FlowFacts {
  status: 'draft' | 'published';
  /** JSON text. */
  definition: string;
}

export interface WorkflowFacts {
  sid: string;
  friendlyName: string;
  /** JSON text, as TaskRouter gives it. */
  configuration: string;
}

/** What a Function answers to a call without a Flex token; undefined: nothing, or there is none. */
export type FunctionsAnswer = { status: number; code: ErrorCode | undefined } | undefined;

/** A webhook sink of Event Streams that sends to our Function. */
export interface SinkFacts {
  sid: string;
  /** twilio.com/docs/events/event-streams/sink-resource: only an active one delivers. */
  status: string;
  method: string;
  /** Of all its subscriptions. */
  types: string[];
}

export type EventStreams = { kind: 'not-read' | 'unreadable' } | { kind: 'read'; sinks: SinkFacts[] };

/** A configuration of Conversation Orchestrator that is bridged to a service of Conversations (classic). */
export interface BridgeFacts {
  name: string;
  serviceSid: string;
  /** `closed` of the channels' status timeouts, where it is set. */
  closesAfter: { channel: string; minutes: number }[];
}

/** Everything that the checks look at, read at one moment. */
export interface Facts {
  env: string;
  account: AccountState;
  flex: {
    uiVersion: string | undefined;
    /** `chat_service_instance_sid` of the Flex Configuration. */
    conversationsServiceSid: string | undefined;
    targetWorkflowSid: string | undefined;
    /** `agent_conv_end_methods` of the Flex Configuration: native Leave and Pause. */
    endMethods: unknown;
  };
  /** Where Conversations without a named service are: twilio.com/docs/conversations/api/configuration-resource */
  defaultConversationsServiceSid: string | undefined;
  flexSyncAclEnabled: boolean;
  workflows: WorkflowFacts[];
  /** By queue SID: its name, or undefined where the queue does not exist; and whether anybody is in it. */
  queues: Readonly<Record<string, { friendlyName: string; hasWorkers: boolean }>>;
  /** By SID, the Studio flows that the settings name and that exist. */
  flows: Readonly<Record<string, FlowFacts>>;
  /** HTTP status of the marker of the released build at the Functions' domain; undefined: no answer. */
  markerStatus: number | undefined;
  functionsAnswer: FunctionsAnswer;
  eventStreams: EventStreams;
  /** undefined: they cannot be read. */
  bridges: BridgeFacts[] | undefined;
  parks: {
    parked: number;
    needAPerson: string[];
    /** Parked conversations that have no room for another webhook. */
    withoutHeadroom: string[];
  };
  calibration: CalibrationRead;
  /** When they were read. */
  nowMs: number;
  template: TemplateSigns;
  /** undefined: nobody asked for them. */
  templateParks: TemplatePark[] | undefined;
}
