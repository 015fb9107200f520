import { doubt, nothing, type Rung } from './rung.js';

/** postmaster@ and abuse@ are read by the operator; nothing there is routed to a candidate. */
export const operatorMail: Rung = {
  name: 'operator-mail',
  climb: ({ toOperator }) => (toOperator ? doubt('mail-to-the-operator', []) : nothing('mail-to-a-company')),
};
