// Opens one page in Chromium, waits until its video has ended or failed, and prints what happened as one line of JSON:
// node play.mjs <URL of the page>, in the folder where npm has put playwright-core. Judges nothing.
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';

const LIMIT = 30_000;
// How long a player may go on trying after its first refusal.
const PATIENCE = 5_000;
const { chromium } = createRequire(`${process.cwd()}/`)('playwright-core');

// Whoever started this holds the other end: with it gone, the browser goes too.
process.stdin.on('close', () => process.exit(1)).resume();

const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    // Root may not use the sandbox, and the pages are our own.
    chromiumSandbox: false,
    args: [
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--host-resolver-rules=MAP *.test 127.0.0.1',
    ],
});
try {
    const page = await browser.newPage();
    const { answers, refused } = await answersOf(page);
    let error = null;
    page.on('pageerror', thrown => { error ??= String(thrown); });
    const ended = () => document.querySelector('video')?.ended || window.failure;
    const played = page.goto(process.argv[2], { timeout: LIMIT })
        .then(() => page.waitForFunction(ended, null, { timeout: LIMIT }));
    // Some players would go on asking for what they were refused.
    const given_up = refused.then(() => setTimeout(PATIENCE)).then(() => { error ??= 'refused'; });
    await Promise.race([played, given_up]).catch(thrown => { error ??= String(thrown).split('\n')[0]; });
    const seen = await page.evaluate(() => {
        const video = document.querySelector('video');
        return {
            frames: video.getVideoPlaybackQuality().totalVideoFrames,
            seconds: video.currentTime,
            duration: Number.isFinite(video.duration) ? video.duration : 0,
            source: video.currentSrc,
            failure: window.failure ?? null,
            subtitles: window.subtitles ?? [],
        };
    });
    console.log(JSON.stringify({ ...seen, error: seen.failure ?? error, answers }));
} catch (thrown) {
    console.error(thrown);
    process.exitCode = 1;
} finally {
    await browser.close();
    process.exit();
}

// The protocol's own events tell the status also of an answer that the page may not read.
async function answersOf(page) {
    const session = await page.context().newCDPSession(page);
    const urls = new Map();
    const answers = [];
    let refuse;
    const refused = new Promise(done => { refuse = done; });
    session.on('Network.requestWillBeSent', sent => urls.set(sent.requestId, sent.request.url));
    session.on('Network.responseReceivedExtraInfo', came => {
        answers.push({ status: came.statusCode, url: urls.get(came.requestId) ?? '' });
        if (came.statusCode === 403) refuse();
    });
    await session.send('Network.enable');
    return { answers, refused };
}
