import { join } from 'node:path';

export const pageSource = (name: string): string => join(__dirname, 'page', name);
