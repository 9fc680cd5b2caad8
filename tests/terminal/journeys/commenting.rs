//! What reviewers have said about a file: read, answered, resolved, taken to the editor.

use share_tests::Result;

use super::Journey;

#[test]
fn comments_on_a_file_are_answered_resolved_and_exported_for_an_editor() -> Result {
    let mut journey = Journey::begin(1)?;
    journey.client.batch_execute(
        "select share.comment_add(f.id, 'The cut comes too early', at_seconds => 2.5, duration_seconds => 2),
            share.comment_add(f.id, 'The colours are good')
        from share.file_list() f",
    )?;
    journey.shown.go("files")?;
    journey.see(">/film.mp4")?;
    journey.keys(&["Enter"])?;
    journey.see("file /film.mp4")?;
    journey.keys(&["c"])?;
    journey.see("The colours are good")?;
    journey.see("0:02.50-0:04.50")?;

    // The one at that second is first then.
    journey.keys(&["/"])?;
    journey.see("enter done")?;
    journey.type_in("0:03")?;
    journey.keys(&["Enter"])?;
    journey.see(">0:02.50-0:04.50")?;
    journey.keys(&["Enter"])?;
    journey.see("thread · film.mp4")?;
    journey.see(">0:02.50-0:04.50")?;
    journey.keys(&["r"])?;
    journey.see("reply to")?;
    journey.type_in("Twelve frames later")?;
    journey.keys(&["Enter"])?;
    journey.see("the reply is there")?;
    journey.see("Twelve frames later")?;
    let reply = "select content from share.comment where parent_id is not null";
    assert_eq!("Twelve frames later", journey.text(reply)?);

    journey.keys(&["x"])?;
    journey.see("the thread is resolved")?;
    journey.see("resolved by")?;
    let resolved =
        "select string_agg(content, ',') from share.comment where resolved_at is not null";
    assert_eq!("The cut comes too early", journey.text(resolved)?);
    journey.keys(&["Escape"])?;
    journey.see("comments · film.mp4")?;
    journey.keys(&["w"])?;
    journey.see("export the comments")?;
    journey.type_in("e")?;
    journey.see("film.comments.edl")?;
    // Behind the form and which comments: the rate of frames, and the first time code.
    journey.keys(&["Tab", "Tab"])?;
    journey.type_in("24")?;
    journey.keys(&["Right", "Tab"])?;
    journey.type_in("01:00:00:00")?;
    journey.keys(&["Enter"])?;
    journey.see("written to film.comments.edl")?;
    let edl = std::fs::read_to_string(journey.shown.tmux.home().join("film.comments.edl"))?;
    assert!(
        edl.contains("01:00:02:12") && edl.contains("The cut comes too early"),
        "{edl}"
    );
    Ok(())
}
