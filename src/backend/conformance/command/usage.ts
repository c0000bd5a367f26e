/** How the command is called. */

export const USAGE = `Usage: ocean-integrations conformance <base URL> [options]

Tests whether a running server keeps the contract (openapi.json). It registers integrations, changes them and sends
test events to addresses at example.com; what it has registered it deletes again.

  --header 'name: value'       sent with each request, such as authorization; may be given again
  --site-number <number>       sent as site-number; a second one tries whether sites are kept apart
  --request-url <url>          a request URL whose endpoint answers the challenge: is it found to be verified?
  --failing-request-url <url>  a request URL whose endpoint does not answer
  --only <id>[,<id>...]        these requirements alone; may be given again
  --time-limit <seconds>       for one requirement (60)
  --verbose                    shows each request of a requirement that is broken, not the last few alone
  --list                       lists the requirements
  --help                       shows this
  --version                    shows the version

Exit code: 0 all kept, 1 something is broken, 2 called wrongly, 130 interrupted.

  npx ocean-integrations conformance http://localhost:8080/api --site-number 1234
  npx ocean-integrations conformance https://ehr.example.com/api/ocean --header "authorization: Bearer $TOKEN"`;
