// Loads a log with a list of leaked customers, asks for the leads, and says how long that took behind the load, and who came out.
import {performance} from 'node:perf_hooks';
import process from 'node:process';
import {openInvestigation} from '../../distribution/source/investigation/open-investigation.js';

const [log, staff, list] = process.argv.slice(2);
const investigation = await openInvestigation({paths: [log], employees: [staff], leaked: [list]});
const begin = performance.now();
const {list: answer} = await investigation.leads({});
const seconds = (performance.now() - begin) / 1000;
console.log(JSON.stringify({seconds, resolved: answer.leaked.resolved, unexplained: answer.unexplained, separable: answer.leads.filter(({separable}) => separable).map(({employee}) => employee)}));
await investigation.close();
