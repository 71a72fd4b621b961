// Loads everything of one export, as the app does, and says how much that was.
import process from 'node:process';
import {openInvestigation} from '../../distribution/source/investigation/open-investigation.js';

const investigation = await openInvestigation({paths: [process.argv[2]]});
console.log(JSON.stringify({...investigation.loaded, records: investigation.sources.map(({records}) => records)}));
await investigation.close();
