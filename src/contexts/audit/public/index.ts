export { AuditModule } from '../audit.module.js';
export { ChangesModule } from '../changes.module.js';
