/**
 * A reporter of Node's test runner that counts single tests, as JSON.
 * Node reports a file without tests, or one that fails to load, as a test named by its path: both count as one failure.
 */
import path from 'node:path';

const isFile = ({ name, file }) =>
  path.resolve(name) === (file ?? path.resolve(name)) && /\.test\.ts$/.test(name);

export default async function* countingNodeReporter(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') {
      // A suite fails with its tests, and alone only when a hook or its own code fails.
      if (type === 'test:fail' && data.details.error?.failureType !== 'subtestsFailed')
        counts.failed += 1;
      continue;
    }
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped += 1;
    else if (type === 'test:fail') {
      if (data.details?.error?.failureType !== 'subtestsFailed') counts.failed += 1;
    } else if (isFile(data)) counts.failed += 1;
    else counts.passed += 1;
  }
  yield JSON.stringify(counts);
}
