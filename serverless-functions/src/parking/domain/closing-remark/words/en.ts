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
  automatic: [
    ...['automatic reply', 'auto reply', 'autoreply', 'out of office', 'this is an automatic', 'this is an automated'],
    ...['im driving with', 'im not receiving notifications', 'i am out of the office', 'im out of the office'],
    ...['i am currently out of the office', 'im currently out of the office'],
  ],
};
