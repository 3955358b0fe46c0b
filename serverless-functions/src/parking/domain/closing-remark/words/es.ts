import type { ClosingWords } from './closing-words';

export const SPANISH: ClosingWords = {
  remarks: [
    ...['gracias', 'muchas gracias', 'mil gracias', 'muchisimas gracias', 'gracias a ti', 'gracias a usted'],
    ...['vale', 'entendido', 'perfecto', 'genial', 'estupendo', 'excelente', 'buenisimo', 'muy amable', 'de nada'],
    ...[
      'no hay problema',
      'igualmente',
      'saludos',
      'un saludo',
      'adios',
      'hasta luego',
      'hasta pronto',
      'chao',
      'chau',
    ],
    ...['que tenga buen dia', 'que tengas buen dia', 'que tenga un buen dia', 'que tengas un buen dia'],
  ],
  tails: [
    ...['por todo', 'por la ayuda', 'por su ayuda', 'por tu ayuda', 'por la informacion', 'por avisar', 'de nuevo'],
    ...['otra vez', 'y', 'muy bien', 'buen dia', 'buenas tardes', 'buenas noches', 'buen fin de semana'],
  ],
  reactions: ['le gusto', 'le encanto', 'le ha gustado', 'le ha encantado'],
  headings: ['respuesta automatica', 'fuera de la oficina'],
  automatic: ['esta es una respuesta automatica', 'este es un mensaje automatico'],
  questions: [],
};
