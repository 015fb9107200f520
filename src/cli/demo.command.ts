import { Command } from 'commander';

export function demoCommand(): Command {
  return new Command('demo').description('Against a running service: registers a company and plays a conversation over real SMTP.');
}
