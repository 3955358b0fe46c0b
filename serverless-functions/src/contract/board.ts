/**
 * A Sync map in Flex's default Sync service with one item. It says nothing but that something changed: supervisors'
 * desktops look again then, and what they see comes through a Function that asks who they are.
 */
export const BOARD_MAP = 'ParkedInteractionsBoard';
export const BOARD_ITEM = 'changed';
