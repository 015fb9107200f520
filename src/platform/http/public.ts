import { SetMetadata } from '@nestjs/common';

export const publicRoute = 'poststelle:public';

/** Served to everybody, without a token: health, metrics, documentation. Nothing of any company. */
export const Public = () => SetMetadata(publicRoute, true);
