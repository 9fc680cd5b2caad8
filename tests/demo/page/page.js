// Shows one share. It knows no key and signs nothing: all addresses come ready from the database.

const parameters = new URLSearchParams(location.search);
const root = document.documentElement;
const player = document.getElementById("player");

root.classList.toggle("minimal", parameters.get("layout") === "minimal");

/** Tells what to do instead of watching; screen readers hear it as it appears. */
function notify(text) {
    const notice = document.createElement("p");
    notice.className = "notice";
    notice.textContent = text;
    document.getElementById("notice").replaceChildren(notice);
    root.classList.remove("plays");
}

function name(title, description = "") {
    document.title = title;
    document.querySelector("h1").textContent = title;
    document.getElementById("description").textContent = description;
    document.getElementById("about").hidden = false;
}

/** Asks for the share. An application answers this from SQL, after it has seen who is asking; the demo has written a file. */
async function load() {
    const response = await fetch(`${location.pathname}/share.json`, { cache: "no-store" });
    if (!response.ok) {
        throw new Error(`the share was answered with ${response.status}`);
    }
    return response.json();
}

/** Reads a parameter in seconds of the film; null when it is missing or no number. */
function seconds(name) {
    const text = parameters.get(name);
    return text !== null && /^[0-9]+([.][0-9]+)?$/.test(text) ? Number(text) : null;
}

/** The stream's address, playing from `s` to `e` within the window that the share itself has. */
function windowed(streamUrl) {
    const [address, fragment = ""] = streamUrl.split("#");
    const [from = "", to = ""] = (new URLSearchParams(fragment).get("t") ?? "").split(",");
    const first = Number(from);
    const last = to === "" ? Infinity : Number(to);
    const start = Math.min(Math.max(seconds("s") ?? first, first), last);
    const end = Math.min(Math.max(seconds("e") ?? last, start), last);
    const window = end === Infinity ? `${start}` : `${start},${end}`;
    return start > 0 || end < Infinity ? `${address}#t=${window}` : address;
}

function offerDownload(share) {
    if (share.media_download_url) {
        document.getElementById("download").href = share.media_download_url;
        document.getElementById("saving").hidden = false;
    }
}

/** Adds what is said to the player, which shows it and has a button for it. The language is a BCP 47 tag. */
function addSubtitles(share) {
    for (const { language, url } of share.subtitles ?? []) {
        const label = new Intl.DisplayNames(undefined, { type: "language" }).of(language);
        player.append(Object.assign(document.createElement("track"), { kind: "subtitles", srclang: language, label, src: url, default: true }));
    }
}

function show(share) {
    const title = share.title ?? "Shared video";
    name(title, share.description);
    player.setAttribute("aria-label", title);
    if (share.preview_url) {
        player.poster = share.preview_url;
    }
    document.getElementById("screen").hidden = false;
    offerDownload(share);
    addSubtitles(share);
    play(share);
}

function play(share) {
    const instead = share.media_download_url ? "You can download the video and watch it then." : "Please try another browser.";
    // No player library comes with this example. With one, such as hls.js or Video.js, every browser plays the same address.
    const refusal = !share.stream_url
        ? "This video is still being prepared. Please come back later."
        : player.canPlayType("application/vnd.apple.mpegurl") === "" && `This browser does not play HLS streams by itself. ${instead}`;
    if (refusal) {
        player.controls = false;
        notify(refusal);
        return;
    }
    root.classList.add("plays");
    player.addEventListener("error", () => notify(`The video cannot be played. Its address may have ended: reload the page. ${instead}`));
    player.src = windowed(share.stream_url);
}

try {
    const share = await load();
    if (share.id) {
        show(share);
    } else {
        // What a member of the account would get after signing in is kept from everyone else.
        name("Private video");
        notify("To watch it, sign in as a member of the account that owns it. This example has no sign-in.");
    }
} catch {
    name("Nothing here");
    notify("There is no such share, or it has ended.");
}
