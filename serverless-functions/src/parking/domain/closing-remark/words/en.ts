import type { ClosingWords } from './closing-words';

export const ENGLISH: ClosingWords = {
  remarks: [
    ...['thanks', 'thank you', 'thank u', 'many thanks', 'thx', 'ty', 'tysm', 'cheers', 'i appreciate it'],
    ...['appreciate it', 'much appreciated', 'ok', 'okay', 'alright', 'all right', 'got it', 'noted', 'understood'],
    ...['great', 'perfect', 'awesome', 'excellent', 'wonderful', 'lovely', 'brilliant', 'super', 'sounds good'],
    ...['no problem', 'no worries', 'bye', 'bye bye', 'goodbye', 'good night', 'have a nice day', 'have a good day'],
    ...['have a great day', 'have a good one', 'have a nice weekend', 'have a good weekend', 'you too', 'take care'],
  ],
  tails: [
    ...['a lot', 'a million', 'again', 'so much', 'very much', 'for everything', 'for the help', 'for your help'],
    ...['for the update', 'for the info', 'for letting me know', 'for now', 'then', 'and', 'good evening'],
  ],
  reactions: ['liked', 'loved', 'laughed at'],
  headings: ['automatic reply', 'automatic response', 'auto reply', 'auto-reply', 'autoreply', 'out of office'],
  automatic: [
    ...['this is an automatic reply', 'this is an automated reply', 'this is an automatic response'],
    ...['this is an automated response', 'this is an automatic message', 'this is an automated message'],
    ...['im driving with do not disturb while driving turned on', 'im not receiving notifications'],
  ],
  questions: [],
};
