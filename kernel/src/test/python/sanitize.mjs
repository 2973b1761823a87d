// JupyterLab's own sanitizer, as it treats the HTML of a notebook that is not trusted: from stdin to stdout, one JSON
// string a line.
import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer.js';
import { createInterface } from 'node:readline';

const sanitizer = new Sanitizer();
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(sanitizer.sanitize(JSON.parse(line))) + '\n');
}
