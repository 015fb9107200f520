import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { describe, expect, it } from '@jest/globals';
import { Needs } from '../asked.js';
import { Public } from '../public.js';
import { EveryRouteSaysWhatItNeeds } from './every-route-says-what-it-needs.js';

@Controller('open')
@Public()
class OpenController {
  @Get()
  read() {
    return {};
  }
}

@Controller('guarded')
class GuardedController {
  @Get()
  @Needs('messages:read')
  read() {
    return {};
  }

  helper() {
    return {};
  }
}

@Controller('hole')
class HoleController {
  @Get()
  read() {
    return {};
  }
}

async function started(...controllers: (new () => object)[]) {
  @Module({ imports: [DiscoveryModule], controllers, providers: [EveryRouteSaysWhatItNeeds] })
  class Root {}
  const module = await Test.createTestingModule({ imports: [Root] }).compile();
  await module.init();
}

describe('a route', () => {
  it('is served when it says who may ask it', async () => {
    await expect(started(OpenController, GuardedController)).resolves.toBeUndefined();
  });

  it('keeps the service from starting when it does not', async () => {
    await expect(started(GuardedController, HoleController)).rejects.toThrow('HoleController.read');
  });
});
