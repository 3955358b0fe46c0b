/**
 * The Flex actions of parking, for other plugins to invoke and to listen to. They are not called plain ParkInteraction
 * and UnparkInteraction: the public Flex project template registers those, later than we do and in place of ours.
 */
export const PARK_ACTION = 'ConversationParkingPark';
export const UNPARK_ACTION = 'ConversationParkingUnpark';
export const CHANGE_TIME_ACTION = 'ConversationParkingChangeTime';
