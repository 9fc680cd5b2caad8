//! One file: found, what is said in it searched and written as subtitles, an attribute set, its versions put in order.

use share_tests::Result;

use super::Journey;

/// A film of half an hour in which somebody speaks every six seconds, with two versions and an attribute.
const LIBRARY: &str = "
do $$
declare
    acme uuid := (select id from share.account_list() limit 1);
    film uuid := (select id from share.file_create(acme, '/launch/interview_v1.mp4', 'video', duration_seconds => 1800, status => 'completed'));
    newer uuid := (select id from share.file_create(acme, '/launch/interview_v2.mp4', 'video', duration_seconds => 1800, status => 'completed'));
    drive uuid := (select drive_id from share.file_get(film));
begin
    perform share.utterance_put(film, (
        select jsonb_agg(jsonb_build_object('start_ms', n * 6000, 'end_ms', n * 6000 + 5000, 'speaker', case when n % 2 = 0 then 'Ada' else 'Bob' end,
            'text', case n when 212 then 'We found the lighthouse keys under the stairs.' when 290 then 'The lighthouse is dark now.'
                else 'Then we walked on, for the ' || n || '. time.' end))
        from generate_series(0, 299) n
    ), 'en');
    perform share.stack_create(array[film, newer]);
    perform share.attribute_create(drive, 'genre', 'single_select', label => 'Genre',
        options => '[{\"name\": \"Interview\", \"color\": \"light_blue\"}, \"Trailer\"]');
end
$$";

/// The versions in their order.
const ORDER: &str = "select string_agg(f.filename, ' ' order by k.stack_number)
    from share.stack_file k join share.file f using (account_id, file_id)";

#[test]
fn a_file_is_found_searched_written_as_subtitles_and_moved_in_its_stack() -> Result {
    let mut journey = Journey::begin(1)?;
    journey.client.batch_execute(LIBRARY)?;
    journey.shown.go("files")?;
    journey.see("interview_v2.mp4")?;
    journey.filter("interview_v1")?;
    journey.see_no("interview_v2.mp4")?;
    journey.see(">/launch/interview_v1.mp4")?;
    journey.keys(&["Enter"])?;
    journey.see("file /launch/interview_v1.mp4")?;

    // What it is, by an attribute.
    journey.keys(&["Tab"])?;
    journey.see(">Genre")?;
    journey.keys(&["e"])?;
    journey.see("Genre of the file")?;
    journey.keys(&["Right", "Enter"])?;
    journey.see("the value is set")?;
    journey.see("Interview")?;

    // What is said in it: the hits, and the transcript around one of them.
    journey.keys(&["Tab", "Tab"])?;
    let picture = journey.see("300 utterances")?;
    assert!(picture.contains("speakers: Ada, Bob"), "{picture}");
    journey.keys(&["/"])?;
    journey.see("search:")?;
    journey.type_in("lighthouses")?;
    journey.keys(&["Enter"])?;
    let picture = journey.see("hit 1 of 2")?;
    assert!(picture.contains("29:00"), "{picture}");
    journey.keys(&["Enter"])?;
    let picture = journey.see(">21:12")?;
    assert!(
        picture.contains("We found the lighthouse keys under the stairs."),
        "{picture}"
    );
    journey.keys(&["n"])?;
    journey.see("29:00 to 29:05")?;
    journey.keys(&["t"])?;
    journey.see("go to:")?;
    journey.type_in("2:00")?;
    journey.keys(&["Enter"])?;
    journey.see("2:00 to 2:05")?;

    // The subtitles go into a file beside the shell.
    journey.keys(&["w"])?;
    journey.see("write to: interview_v1.vtt")?;
    let path = journey.shown.tmux.home().join("interview.srt");
    journey.keys(&["C-u"])?;
    journey.type_in(&path.display().to_string())?;
    journey.keys(&["Enter"])?;
    journey.see("written to")?;
    let written = std::fs::read_to_string(&path)?;
    assert!(
        written.contains("00:21:12,000 --> 00:21:17,000"),
        "{written}"
    );
    assert!(written.contains("Ada: We found"), "{written}");

    // The first version comes on top again.
    journey.keys(&["Tab"])?;
    journey.see("2 on top")?;
    assert_eq!("interview_v1.mp4 interview_v2.mp4", journey.text(ORDER)?);
    journey.see(">1 ")?;
    journey.keys(&["+"])?;
    journey.see("interview_v1.mp4 is version 2, on top")?;
    assert_eq!("interview_v2.mp4 interview_v1.mp4", journey.text(ORDER)?);
    journey.see(">2 on top")?;
    journey.keys(&["j", "Enter"])?;
    journey.see("file /launch/interview_v2.mp4")?;
    let set = journey.text(
        "select v.value #>> '{}' from share.file f cross join lateral share.attribute_value_list(f.file_id) v where f.filename = 'interview_v1.mp4'",
    )?;
    assert_eq!("Interview", set);
    Ok(())
}

#[test]
fn a_newer_version_is_found_on_the_drive_and_a_stack_of_one_is_none() -> Result {
    let mut journey = Journey::begin(1)?;
    journey.client.batch_execute(LIBRARY)?;
    journey.client.batch_execute(
        "select share.file_create((select id from share.account_list() limit 1), '/launch/interview_v3.mp4', 'video', status => 'completed')",
    )?;
    journey.shown.go("files")?;
    journey.filter("interview_v2")?;
    journey.see(">/launch/interview_v2.mp4")?;
    journey.keys(&["Enter"])?;
    journey.see("file /launch/interview_v2.mp4")?;
    journey.keys(&["Tab", "Tab", "Tab", "Tab"])?;
    journey.see("2 on top")?;
    journey.keys(&["n"])?;
    journey.see("newest version:")?;
    journey.type_in("view_v3")?;
    journey.see("> /launch/interview_v3.mp4")?;
    journey.keys(&["Enter"])?;
    journey.see("3 on top")?;
    for _ in 0..2 {
        journey.keys(&["x"])?;
        journey.agree("out of the stack?")?;
        journey.see("is out of the stack")?;
    }
    journey.see("in no stack")?;
    let left = journey.text("select count(*)::text from share.stack")?;
    assert_eq!("0", left);
    Ok(())
}
