//! Directories whose names mean something in a URL, a regular expression, a shell or a configuration.

use share_tests::{Nginx, Result};

use crate::edge::Edge;
use crate::urls::{assert_opens, stream_parts};

pub(crate) const HOSTILE: [&str; 8] = [
    "a b/c  d",
    "Größe/日本語",
    "100%/%41",
    "it's \"quoted\"",
    "a?b#c/d&e=f+g",
    "a+b&c=d;e",
    "{1}$uri/[x]",
    // What a token and its expiry look like.
    "Zk9oZ3Z0Yl9wYXJ0X29mXw/7",
];

#[test]
fn directories_with_hostile_names_play_with_their_children() -> Result {
    let mut edge = Edge::new()?;
    let nginx = edge.nginx()?;
    assert_hostile_names_play(&mut edge, &nginx)
}

#[test]
fn an_exported_configuration_is_taken_as_it_is() -> Result {
    let mut edge = Edge::new()?;
    let locations = edge.export("nginx")?;
    let nginx = edge.nginx_with(
        &format!("server {{\nlisten 127.0.0.1:@PORT@;\nroot \"@MEDIA@\";\n{locations}}}\n"),
        &[],
    )?;
    assert_hostile_names_play(&mut edge, &nginx)
}

fn assert_hostile_names_play(edge: &mut Edge, nginx: &Nginx) -> Result {
    for directory in HOSTILE {
        let file = edge.file(&directory.replace('/', "_"), directory)?;
        let child = format!("{directory}/stream/low quality/ü.ts");
        edge.store(&child)?;
        for visibility in ["public", "private"] {
            let share = edge.share(file, visibility)?;
            let urls = edge.urls(nginx, share)?;
            assert_opens(&urls.stream, &format!("{directory}/stream/master.m3u8"))?;
            assert_opens(&urls.download, &format!("{directory}/source"))?;
            assert_opens(&urls.preview, &format!("{directory}/poster.jpg"))?;
            let [signed, token, expires, _] = stream_parts(&urls.stream);
            assert_opens(
                &format!("{signed}/{token}/{expires}/low%20quality/%C3%BC.ts"),
                &child,
            )?;
        }
    }
    Ok(())
}
