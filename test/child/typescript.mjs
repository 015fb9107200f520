// Lets a child process run the service's own TypeScript: imports are written with the `.js` of the built file.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const ownSource = specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts');
    return next(ownSource ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
