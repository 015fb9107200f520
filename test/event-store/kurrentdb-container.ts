import { existsSync } from 'node:fs';
import { afterAll } from '@jest/globals';
import type { ServerAddress } from '#platform/config/event-store-server.js';

/** The image of docker-compose.yml. */
const image = 'docker.kurrent.io/kurrent-lts/kurrentdb:26.0.3';
const port = 2113;

/** A KurrentDB for the tests of one file; `undefined` where there is no container engine. */
export async function startedContainer(): Promise<{ readonly port: number; readonly address: ServerAddress } | undefined> {
  // Asked of the file system, because the library takes a second to load and says the same.
  if (process.env.DOCKER_HOST === undefined && !existsSync('/var/run/docker.sock')) return undefined;
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_RUN_PROJECTIONS: 'None', KURRENTDB_TELEMETRY_OPTOUT: 'true' })
    .withExposedPorts(port)
    .withWaitStrategy(Wait.forHttp('/health/live', port).forStatusCode(204))
    .start();
  afterAll(async () => {
    await container.stop();
  });
  const mapped = container.getMappedPort(port);
  return { port: mapped, address: { nodes: [{ address: container.getHost(), port: mapped }], discover: false, tls: false } };
}
