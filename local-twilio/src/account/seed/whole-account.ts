import { contactCentre, defaultSyncService, flexUsers, type ContactCentre } from './contact-centre';
import { flexConfiguration } from './flex-configuration';
import { taskRouterState } from './task-router';
import type { Sid } from '../../kernel/sids';
import { newAccount } from '../../services/accounts/state';
import { noConversations } from '../../services/conversations/state';
import { noPlugins } from '../../services/plugins/state';
import { noServerless } from '../../services/serverless/state';
import { noStudio } from '../../services/studio/state';
import { newSyncService } from '../../services/sync/rules/create';
import type { WorldState } from '../state/world-state';

export interface NamedSyncService {
  readonly sid: Sid<'IS'>;
  readonly friendlyName: string;
}

/** The account with these Sync services too; those that it has stay as they are. */
export function withSyncServices(state: WorldState, more: readonly NamedSyncService[], nowMs: number): WorldState {
  const added = more.filter(({ sid }) => !state.sync.services.has(sid));
  const services = new Map([
    ...state.sync.services,
    ...added.map((service) => [service.sid, newSyncService(service, nowMs)] as const),
  ]);
  return { ...state, sync: { ...state.sync, services } };
}

/** The account of a contact centre where nothing has happened yet. */
export function seedWorld(nowMs: number, centre: ContactCentre = contactCentre): WorldState {
  return {
    iam: { users: flexUsers(centre), tokens: new Map() },
    taskRouter: taskRouterState(nowMs, centre),
    flex: { configuration: flexConfiguration(nowMs, centre), interactions: new Map(), channels: new Map() },
    conversations: noConversations(),
    sync: { services: new Map([[defaultSyncService.sid, newSyncService(defaultSyncService, nowMs)]]) },
    plugins: noPlugins(),
    serverless: noServerless(),
    studio: noStudio(),
    accounts: newAccount(nowMs),
    phones: centre.customers,
  };
}
