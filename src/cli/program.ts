import { Command } from 'commander';
import { whyNot } from '../tell-why-not.js';
import { CommandFailed } from './command-failed.js';
import { demoCommand } from './demo.command.js';
import { doctorCommand } from './doctor/doctor.command.js';
import { rebuildCommand } from './rebuild.command.js';
import { replayCommand } from './replay.command.js';
import { restoredCommand } from './restored.command.js';
import { tokenCommand } from './token.command.js';
import { verifyCommand } from './verify.command.js';

/** The operator's commands. They read the same environment as the service and only read its data; `restored` leaves a note there while it is stopped. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  const program = new Command('poststelle')
    .description("The operator's commands of Poststelle. They take the same POSTSTELLE_… variables as the service.")
    .usage('<command> [options]   (npm run cli -- <command> [options])')
    .showHelpAfterError('(--help tells more)')
    .helpCommand(false);
  for (const command of [
    tokenCommand(),
    verifyCommand(),
    replayCommand(),
    rebuildCommand(),
    doctorCommand(),
    restoredCommand(),
    demoCommand(),
  ])
    program.addCommand(command);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    const sentences = error instanceof CommandFailed ? [error.message] : whyNot(error);
    process.stderr.write(`${sentences.join('\n')}\n`);
    process.exitCode = 1;
  }
}
