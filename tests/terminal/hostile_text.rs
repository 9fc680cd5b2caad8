//! Text of others in the stream that goes to the terminal: nothing of it steers the terminal.

use std::collections::BTreeSet;

use postgres::Client;
use share_tests::{Error, Piece, Result, pieces};
use share_tui::screen;

use crate::scene::{self, Shown};

/// What is shown of each hostile text, so that it is known to have been drawn.
const SEEN: &str = "OWNED";
/// Sequences that ratatui and the program itself send, by their last byte.
const OWN: &str = "mHJKhlABCDG";
/// Modes that the program sets: cursor, screen, pasting, mouse, pictures as a whole.
const MODES: [&str; 9] = [
    "?25", "?1049", "?2004", "?2026", "?1000", "?1002", "?1003", "?1006", "?1015",
];

/// Attacks on a terminal, each of which would show or do something.
fn attacks() -> Vec<String> {
    let mut attacks: Vec<String> = [
        "\u{1b}[5;35m",        // blinking purple, which nothing else is
        "\u{1b}]0;title\u{7}", // window title
        "\u{1b}]2;title\u{1b}\\",
        "\u{1b}]8;;http://evil.example\u{1b}\\link\u{1b}]8;;\u{1b}\\",
        "\u{1b}]52;c;RVZJTA==\u{7}",                     // clipboard
        "\u{1b}Pq#0;2;0;0;0#0~~\u{1b}\\",                // sixel
        "\u{1b}_Gf=24,s=1,v=1;AAAA\u{1b}\\",             // picture of kitty
        "\u{1b}[2J\u{1b}[H\u{1b}c\u{1b}[?1049l\u{1b}(0", // clear, reset, other screen, other letters
        "\u{1b}[6n\u{1b}[c\u{1b}[21t", // questions that the terminal answers as if typed
        "\u{9b}5;35m\u{9d}0;title\u{9c}\u{90}q~\u{9c}", // the same by C1
        "\u{202e}evil\u{202c}\u{2066}evil\u{2069}\u{200f}\u{061c}",
        "\u{200b}\u{200d}\u{feff}\u{2028}\u{2029}\u{e0041}\u{fff9}",
        "a\r\nb\tc\u{8}\u{7f}",
    ]
    .map(str::to_owned)
    .to_vec();
    attacks.push((1..0x20_u8).map(char::from).collect());
    attacks.push(('\u{7f}'..='\u{9f}').collect());
    attacks
}

/// Puts attacks in every column of free text. The server refuses most of them: its checks are taken away first, because
/// they may be missing in an older database, and are not what protects the terminal.
fn poison(client: &mut Client) -> Result {
    client.batch_execute(
        "do $$
        declare
            known record;
        begin
            for known in select conrelid::regclass as owner, conname from pg_constraint where connamespace = 'share'::regnamespace and contype = 'c' and conrelid <> 0 and coninhcount = 0 loop
                execute format('alter table %s drop constraint if exists %I cascade', known.owner, known.conname);
            end loop;
        end
        $$;
        set session_replication_role = replica",
    )?;
    let attacks: Vec<String> = attacks()
        .into_iter()
        .map(|attack| format!("{SEEN}{attack}{SEEN}"))
        .collect();
    let columns = client.query(
        "select a.attrelid::regclass::text, quote_ident(a.attname)
        from pg_attribute a join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'share'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
            and a.attgenerated = '' and a.atttypid = 'text'::regtype and (c.relname, a.attname) in (
                ('account', 'name'), ('share', 'title'), ('share', 'description'), ('share', 'owner_id'), ('share', 'watermark'), ('share', 'terms'),
                ('share', 'terms_version'), ('share', 'revoked_reason'), ('file', 'path'), ('file', 'external_id'), ('file', 'mime_type'), ('drive', 'name'),
                ('member', 'user_id'), ('recipient', 'user_id'), ('recipient', 'email'), ('recipient', 'name'), ('item', 'title'), ('segment', 'title'),
                ('event', 'actor'), ('event', 'reason'), ('event', 'address'), ('job', 'last_error'), ('access_request', 'email'), ('access_request', 'name'),
                ('access_request', 'message'), ('comment', 'content'), ('comment', 'author_name'), ('comment', 'resolver_name'), ('comment_reaction', 'reaction'),
                ('delivery', 'name'), ('delivery', 'base_url'), ('api_key', 'name'), ('webhook', 'url'))",
        &[],
    )?;
    let mut poisoned = BTreeSet::new();
    for column in columns {
        let (table, name): (String, String) = (column.get(0), column.get(1));
        // Each row another attack, and none twice, where something has to be unique.
        client.execute(
            &format!(
                "update {table} t set {name} = ($1::text[])[1 + n % cardinality($1::text[])] || n
                from (select ctid, tableoid, row_number() over () - 1 as n from {table}) r where r.ctid = t.ctid and r.tableoid = t.tableoid"
            ),
            &[&attacks],
        )?;
        poisoned.insert(format!("{table}.{name}"));
    }
    if poisoned.len() < 12 {
        return Err(Error::new(format!("too few columns: {poisoned:?}")));
    }
    Ok(())
}

/// Whether a character must not reach a terminal, although it is none of its controls.
fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Fails at the first piece of a stream that is not the program's own.
fn assert_own(stream: &[u8], place: &str) {
    let mut shown = String::new();
    for piece in pieces(stream) {
        match piece {
            Piece::Letter(letter) => {
                assert!(!turns_text(letter), "{place}: {letter:?} behind {shown:?}");
                shown.push(letter);
            }
            Piece::Sequence(parameters, last) => {
                let is_own = match last {
                    'h' | 'l' => MODES.contains(&parameters.as_str()),
                    'm' => !parameters.starts_with("5;"),
                    // Where the cursor is, from whom knows; crossterm does not ask here.
                    _ => OWN.contains(last) && !parameters.starts_with(['?', '>', '<', '=']),
                };
                assert!(
                    is_own,
                    "{place}: the sequence {parameters:?} {last:?} behind {shown:?}"
                );
            }
            Piece::Control(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                assert_eq!("", text, "{place}: behind {shown:?}");
            }
        }
    }
}

#[test]
fn hostile_text_does_not_reach_the_terminal() -> Result {
    let database = scene::database(40)?;
    let mut client = database.connect()?;
    client.batch_execute(
        "select share.comment_resolve(f.id, r.id), share.comment_react(f.id, c.id, 'agreed')
        from share.file_list() f
        cross join generate_series(1, 15) n
        cross join lateral share.comment_add(f.id, 'Comment ' || n, at_seconds => 2) c
        cross join lateral share.comment_reply(f.id, c.id, 'Reply') r",
    )?;
    poison(&mut client)?;
    let mut hidden = 0;
    for entry in screen::ALL.iter().filter(|entry| entry.open.is_some()) {
        let shown = Shown::new(120, 40)?;
        let title = shown.tmux.about("pane_title")?;
        shown.start(&database.uri())?;
        shown.go(entry.name)?;
        // The first thing of a list, and its parts.
        for key in [
            "", "Enter", "Enter", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "?",
        ] {
            if !key.is_empty() {
                shown.tmux.keys(&[key])?;
            }
            let picture = shown.tmux.wait_without("reading…")?;
            hidden += picture.matches('\u{fffd}').count();
        }
        assert_own(&program_stream(&shown)?, entry.name);
        assert_eq!(title, shown.tmux.about("pane_title")?, "{}", entry.name);
        assert!(!shown.tmux.clipboard()?.contains("EVIL"), "{}", entry.name);
    }
    assert!(hidden > 100, "hardly anything hostile was shown: {hidden}");
    Ok(())
}

/// What the program has sent: from where it took the terminal.
fn program_stream(shown: &Shown) -> Result<Vec<u8>> {
    let stream = shown.tmux.stream()?;
    let begin = b"\x1b[?1049h";
    let at = stream.windows(begin.len()).position(|part| part == begin);
    let at = at.ok_or_else(|| Error::new("the program has not taken the terminal"))?;
    Ok(stream[at..].to_vec())
}

#[test]
fn the_stream_is_taken_apart_so_that_nothing_hides_in_it() {
    let letters = |text: &str| text.chars().map(Piece::Letter).collect::<Vec<_>>();
    assert_eq!(letters("aé日"), pieces("aé日".as_bytes()));
    for attack in attacks() {
        if attack.chars().any(turns_text) {
            continue;
        }
        let caught = std::panic::catch_unwind(|| assert_own(attack.as_bytes(), "attack"));
        assert!(caught.is_err(), "{attack:?} is let through");
    }
}
