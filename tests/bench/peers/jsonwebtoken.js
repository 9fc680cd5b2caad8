// Makes stream URLs with jsonwebtoken: as many as each line of its input says, answering with nanoseconds of CPU.

const crypto = require("node:crypto");
const readline = require("node:readline");
const jsonwebtoken = require("jsonwebtoken");

const given = JSON.parse(process.argv[2]);
// Given as text, the library first tries to read each secret as a private key, which takes 60 times as long.
const key = crypto.createSecretKey(Buffer.from(given.secret));
const options = { algorithm: "HS256", keyid: given.kid, noTimestamp: true };

const [before, between, after] = given.url;

function url(number) {
  const directory = `film/${number}`;
  const cdniuc = given.scope.join(directory);
  const claims = { ...given.claims, cdniuc, ep: number };
  const token = jsonwebtoken.sign(claims, key, options);
  return `${before}${directory}${between}${token}${after}`;
}

console.log(url(0));
readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const start = process.cpuUsage();
  for (let number = 0; number < Number(line); number++) url(number);
  const used = process.cpuUsage(start);
  console.log((used.user + used.system) * 1000);
});
