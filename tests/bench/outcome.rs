//! What a case found, as people and as programs read it.

use std::fmt::Write as _;

use serde_json::{Value, json};

/// The rows of a case, and who could not take part.
#[derive(Default)]
pub(crate) struct Outcome {
    pub(crate) rows: Vec<Row>,
    pub(crate) left_out: Vec<LeftOut>,
}

impl Outcome {
    /// Notes who could not take part, and why.
    pub(crate) fn leave_out(
        &mut self,
        case: &'static str,
        contender: &str,
        reason: impl Into<String>,
    ) {
        self.left_out.push(LeftOut {
            case,
            contender: contender.to_owned(),
            reason: reason.into(),
        });
    }

    /// Whether every bar was taken.
    pub(crate) fn held(&self) -> bool {
        let mut verdicts = self.rows.iter().filter_map(|row| row.verdict.as_ref());
        verdicts.all(|verdict| verdict.ok)
    }

    /// The rows as JSON.
    pub(crate) fn to_json(&self) -> Value {
        self.rows.iter().map(Row::to_json).collect()
    }

    /// The rows as an aligned table, with a line below it for each contender that was left out.
    pub(crate) fn table(&self) -> String {
        let mut lines = vec![["case", "contender", "cost", "ratio", "bar", ""].map(str::to_owned)];
        lines.extend(self.rows.iter().map(Row::cells));
        let mut widths = [0; 6];
        for line in &lines {
            for (width, cell) in widths.iter_mut().zip(line) {
                *width = cell.len().max(*width);
            }
        }
        let mut text = String::new();
        for [case, contender, cost, ratio, bar, ok] in &lines {
            let line = format!(
                "{case:0$}  {contender:1$}  {cost:>2$}  {ratio:>3$}  {bar:4$}  {ok}",
                widths[0], widths[1], widths[2], widths[3], widths[4]
            );
            let _ = writeln!(text, "{}", line.trim_end());
        }
        for LeftOut {
            case,
            contender,
            reason,
        } in &self.left_out
        {
            let _ = writeln!(text, "left out: {case} {contender}: {reason}");
        }
        text
    }
}

/// Who could not take part, and why.
pub(crate) struct LeftOut {
    pub(crate) case: &'static str,
    pub(crate) contender: String,
    pub(crate) reason: String,
}

/// What one contender cost.
pub(crate) struct Row {
    pub(crate) case: &'static str,
    pub(crate) contender: String,
    /// Nanoseconds of CPU for one unit of the case's work.
    pub(crate) cpu_ns: Option<f64>,
    /// Nanoseconds on the wall, where somebody waits for it.
    pub(crate) wait_ns: Option<f64>,
    /// Bytes of memory, where those were measured.
    pub(crate) bytes: Option<i64>,
    /// The cost as a multiple of ours.
    pub(crate) ratio: Option<f64>,
    /// None for the contenders of others.
    pub(crate) verdict: Option<Verdict>,
}

impl Row {
    fn to_json(&self) -> Value {
        let mut row = json!({ "case": self.case, "contender": self.contender, "cpu_ns": self.cpu_ns.map(tenths), "ratio": self.ratio });
        if let Some(wait) = self.wait_ns {
            row["wait_ns"] = json!(tenths(wait));
        }
        if let Some(bytes) = self.bytes {
            row["bytes"] = json!(bytes);
        }
        if let Some(verdict) = &self.verdict {
            row["bar"] = json!(verdict.bar);
            row["ok"] = json!(verdict.ok);
        }
        row
    }

    fn cells(&self) -> [String; 6] {
        let cost = match (self.cpu_ns.or(self.wait_ns), self.bytes) {
            (Some(cost), _) if cost >= 1e5 => format!("{:.2} ms", cost / 1e6),
            (Some(cost), _) => format!("{cost:.0} ns"),
            (None, Some(bytes)) => format!("{} kB", bytes / 1024),
            (None, None) => String::new(),
        };
        let ratio = self.ratio.map(|ratio| format!("{ratio:.2}"));
        let verdict = self.verdict.as_ref();
        let ok = match verdict {
            Some(Verdict {
                bar: Some(_), ok, ..
            }) => if *ok { "ok" } else { "MISSED" }.to_owned(),
            _ => String::new(),
        };
        [
            self.case.to_owned(),
            self.contender.clone(),
            cost,
            ratio.unwrap_or_default(),
            verdict
                .and_then(|verdict| verdict.bar.clone())
                .unwrap_or_default(),
            ok,
        ]
    }
}

/// What was expected of a contender of ours, and whether it came true.
pub(crate) struct Verdict {
    pub(crate) bar: Option<String>,
    pub(crate) ok: bool,
}

impl Verdict {
    /// Joins the verdicts on several bars; none at all is no bar.
    pub(crate) fn all(bars: Vec<(String, bool)>) -> Self {
        let ok = bars.iter().all(|(_, held)| *held);
        let texts: Vec<String> = bars.into_iter().map(|(text, _)| text).collect();
        Self {
            bar: (!texts.is_empty()).then(|| texts.join(", ")),
            ok,
        }
    }
}

/// More digits would only be noise.
fn tenths(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
