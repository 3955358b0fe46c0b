import type { ClosingWords } from './closing-words';

export const PORTUGUESE: ClosingWords = {
  remarks: [
    ...['obrigado', 'obrigada', 'muito obrigado', 'muito obrigada', 'brigado', 'brigada', 'obrigadao', 'valeu', 'vlw'],
    ...['agradeco', 'agradecido', 'agradecida', 'grato', 'grata', 'beleza', 'blz', 'entendi', 'entendido', 'perfeito'],
    ...['otimo', 'excelente', 'maravilha', 'de nada', 'sem problemas', 'igualmente', 'tchau', 'ate logo'],
    ...['ate mais', 'abraco', 'abracos', 'um abraco', 'tenha um bom dia', 'tenha um otimo dia'],
  ],
  tails: [
    ...['por tudo', 'pela ajuda', 'pela sua ajuda', 'pela atencao', 'pelo retorno', 'por avisar', 'de novo', 'e'],
    ...['novamente', 'mesmo', 'demais', 'bom dia', 'boa tarde', 'boa noite', 'bom fim de semana'],
  ],
  reactions: ['curtiu', 'gostou de', 'amou', 'riu de'],
  headings: ['resposta automatica', 'fora do escritorio'],
  automatic: ['esta e uma resposta automatica', 'esta e uma mensagem automatica'],
  questions: [],
};
