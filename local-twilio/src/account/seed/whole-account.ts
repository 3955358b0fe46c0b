import { contactCentre, flexUsers, syncServices, type ContactCentre } from './contact-centre';
import { flexConfiguration } from './flex-configuration';
import { taskRouterState } from './task-router';
import { noConversations } from '../../services/conversations/state';
import { noPlugins } from '../../services/plugins/state';
import { noServerless } from '../../services/serverless/state';
import { noStudio } from '../../services/studio/state';
import { newSyncService } from '../../services/sync/rules/create';
import type { WorldState } from '../state/world-state';

/** The account of a contact centre where nothing has happened yet. */
export function seedWorld(nowMs: number, centre: ContactCentre = contactCentre): WorldState {
  const services = syncServices.map((service) => newSyncService(service, nowMs));
  return {
    iam: { users: flexUsers(centre), tokens: new Map() },
    taskRouter: taskRouterState(nowMs, centre),
    flex: { configuration: flexConfiguration(nowMs, centre), interactions: new Map(), channels: new Map() },
    conversations: noConversations(),
    sync: { services: new Map(services.map((service) => [service.sid, service])) },
    plugins: noPlugins(),
    serverless: noServerless(),
    studio: noStudio(),
    phones: centre.customers,
  };
}
