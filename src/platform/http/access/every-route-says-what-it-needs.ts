import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { neededScope } from '../asked.js';
import { publicRoute } from '../public.js';

/** A route without @Needs (or @Public) would be a hole that nobody sees: with one the service does not start. */
@Injectable()
export class EveryRouteSaysWhatItNeeds implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const silent = this.discovery.getControllers().flatMap(({ metatype }) => {
      const prototype: unknown = metatype?.prototype;
      if (metatype === null || typeof prototype !== 'object' || prototype === null || says(metatype)) return [];
      return this.silentRoutesOf(prototype).map((route) => `${metatype.name}.${route}`);
    });
    if (silent.length > 0) throw new Error(`These routes say nothing about who may ask them (@Needs or @Public): ${silent.join(', ')}.`);
  }

  private silentRoutesOf(prototype: object): readonly string[] {
    return this.scanner.getAllMethodNames(prototype).filter((name) => {
      const handler: unknown = Reflect.get(prototype, name);
      return typeof handler === 'function' && Reflect.hasMetadata(PATH_METADATA, handler) && !says(handler);
    });
  }
}

function says(target: object): boolean {
  return Reflect.hasMetadata(neededScope, target) || Reflect.hasMetadata(publicRoute, target);
}
