//! Bars and lines of bars whose heights are figures.

use ratatui::symbols::block;

/// A bar over so many cells, to an eighth of a cell; what is more than nothing is always to be seen.
#[must_use]
pub fn bar(value: u64, most: u64, cells: u16) -> String {
    const PARTS: [&str; 8] = [
        block::ONE_EIGHTH,
        block::ONE_QUARTER,
        block::THREE_EIGHTHS,
        block::HALF,
        block::FIVE_EIGHTHS,
        block::THREE_QUARTERS,
        block::SEVEN_EIGHTHS,
        block::FULL,
    ];
    if value == 0 || most == 0 {
        return String::new();
    }
    let eighths = u128::from(cells) * 8 * u128::from(value.min(most)) / u128::from(most);
    let eighths = usize::try_from(eighths).unwrap_or(usize::MAX).max(1);
    let mut drawn = block::FULL.repeat(eighths / 8);
    if let Some(part) = (eighths % 8)
        .checked_sub(1)
        .and_then(|place| PARTS.get(place))
    {
        drawn.push_str(part);
    }
    drawn
}

/// A bar for each figure in one line, the highest of which is full; a dot for none.
#[must_use]
pub fn bars(figures: &[u64]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let most = figures.iter().copied().max().unwrap_or(0);
    figures
        .iter()
        .map(|&figure| match u128::from(figure) * 8 {
            0 => '·',
            eighths => {
                let step = eighths.div_ceil(u128::from(most)).saturating_sub(1);
                let step = usize::try_from(step).unwrap_or(usize::MAX);
                BARS.get(step).copied().unwrap_or('█')
            }
        })
        .collect()
}

/// Figures of equal stretches of time, brought to so many cells of equal stretches: each has the figures that it covers, by the
/// part of each that it covers, times the number of cells. Only their relation means something.
#[must_use]
pub fn resample(values: &[u64], cells: u16) -> Vec<u64> {
    let cells = usize::from(cells);
    // Each cell is as long as there are values, and each value as long as there are cells.
    let covered = |cell: usize| {
        let (from, to) = (cell * values.len(), (cell + 1) * values.len());
        let parts = (from / cells..to.div_ceil(cells)).map(|place| {
            let part = to.min((place + 1) * cells) - from.max(place * cells);
            values
                .get(place)
                .map_or(0, |value| value.saturating_mul(part as u64))
        });
        parts.fold(0, u64::saturating_add)
    };
    (0..cells).map(covered).collect()
}

/// Raises what is more than nothing to where a sparkline of so many lines begins to show it.
#[must_use]
pub fn visible(values: &[u64], lines: u16) -> Vec<u64> {
    let most = values.iter().copied().max().unwrap_or(0);
    let least = most.div_ceil(u64::from(lines.max(1)) * 8);
    let raised = values.iter().map(|&value| match value {
        0 => 0,
        value => value.max(least),
    });
    raised.collect()
}

#[cfg(test)]
mod tests {
    use super::{bar, bars, resample, visible};

    #[test]
    fn a_bar_is_as_long_as_its_part_of_the_most() {
        assert_eq!("", bar(0, 10, 4));
        assert_eq!("", bar(5, 0, 4));
        assert_eq!("████", bar(10, 10, 4));
        assert_eq!("██", bar(5, 10, 4));
        assert_eq!("▌", bar(1, 8, 4));
        assert_eq!("▏", bar(1, u64::MAX, 4));
        assert_eq!("████", bar(u64::MAX, 10, 4));
    }

    #[test]
    fn the_highest_bar_is_full_and_nothing_is_a_dot() {
        assert_eq!("·▁▄█", bars(&[0, 1, 4, 8]));
        assert_eq!("··", bars(&[0, 0]));
        assert_eq!("█▁", bars(&[u64::MAX, 1]));
    }

    #[test]
    fn figures_keep_their_relation_over_any_cells() {
        let values: Vec<u64> = (0..48).collect();
        for cells in 1..100 {
            let brought = resample(&values, cells);
            assert_eq!(usize::from(cells), brought.len());
            let whole = values.iter().sum::<u64>() * u64::from(cells);
            assert_eq!(whole, brought.iter().sum::<u64>(), "{cells}");
            assert!(
                brought.is_sorted(),
                "{cells}: no figure stands out that does not in truth"
            );
        }
        assert_eq!(vec![7 * 48; 20], resample(&[7; 48], 20));
        assert_eq!(vec![2, 2, 3, 4, 4], resample(&[1, 2], 5));
        assert_eq!(vec![0, 0], resample(&[], 2));
        assert!(resample(&[1], 0).is_empty());
    }

    #[test]
    fn little_is_seen_and_nothing_is_not() {
        assert_eq!(vec![0, 100, 800], visible(&[0, 1, 800], 1));
        assert_eq!(vec![0, 50, 800], visible(&[0, 1, 800], 2));
        assert_eq!(vec![0, 0], visible(&[0, 0], 1));
    }
}
