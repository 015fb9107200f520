// Nest's CommonJS plug-ins fail with a require cycle unless the core is loaded before them.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
