//! Columns stand under each other in the terminal's grid of cells, whatever is written in them.

use std::collections::BTreeSet;

use share_tests::Result;

use crate::scene::{self, Shown};

/// Titles whose letters take no cell, one, or two, in both directions.
const TITLES: [&str; 14] = [
    "plain",
    "日本語の映画",
    "한국어 영화",
    "ｆｕｌｌ ｗｉｄｔｈ",
    "e\u{301}e\u{301}e\u{301} combining",
    "z\u{200b}e\u{200d}r\u{feff}o width",
    "👩‍👩‍👧‍👦 family",
    "🏳️‍🌈 flag 🇩🇪",
    "👍🏽 skin tone",
    "שלום עולם",
    "مرحبا بالعالم",
    "ไทยกำลังดี",
    "हिन्दी फ़िल्म",
    "日本語の映画、とても長い題名なので列に収まりきらないはずです、とても長い題名なので",
];

#[test]
fn columns_are_aligned_whatever_is_written_in_them() -> Result {
    let rows = u32::try_from(TITLES.len()).unwrap_or(0);
    let database = scene::database(rows)?;
    database.connect()?.execute(
        "update share.share s set title = ($1::text[])[r.n]
        from (select share_id, row_number() over (order by created_at desc) as n from share.share) r where r.share_id = s.share_id",
        &[&TITLES.map(str::to_owned).to_vec()],
    )?;
    for (columns, lines) in [(80, 24), (120, 40), (61, 20)] {
        let shown = Shown::new(columns, lines)?;
        shown.start(&database.uri())?;
        shown.go("shares")?;
        shown.tmux.wait_until("every title", |picture| {
            picture.matches("active").count() == TITLES.len()
        })?;
        let places = shown.tmux.places("active")?;
        let starts: BTreeSet<u16> = places.iter().map(|(column, _)| *column).collect();
        assert_eq!(TITLES.len(), places.len(), "{}", shown.tmux.picture()?);
        assert_eq!(1, starts.len(), "{places:?}\n{}", shown.tmux.picture()?);
    }
    Ok(())
}
