import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const inMemoryEvents = {
  name: '@nestjs/cqrs',
  importNames: ['EventBus', 'EventPublisher', 'AggregateRoot', 'EventsHandler', 'Saga', 'IEventHandler', 'ofType'],
  message: 'In memory and unordered: what must survive a restart is a projection or a to-do (docs/adr/0002).',
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'data/', 'test/architecture/fixtures/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [inMemoryEvents] }],
      'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'A thing has one name: export it by name.' }],
      'max-lines': ['error', { max: 400 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A field that is taken out of an object is named to leave it behind.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Nest's modules are classes without members, its controllers often have one.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // A port answers with a promise whether its adapter waits or not.
      '@typescript-eslint/require-await': 'off',
      // `void` in a union says that a worker may answer nothing.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  { files: ['src/cli.ts', 'src/cli/**', 'src/main.ts', 'src/first-start-screen.ts', 'bench/**'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    languageOptions: { globals: { module: 'writable', process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
  },
);
