#!/usr/bin/env node
import process from 'node:process';
import {run} from './source/run.ts';

process.exitCode = await run(process);
