//! Lays out graphs as the network of the actors is, and says how long it took: for the bench.
//!
//! Reads `[{"n": 60, "edges": [[0, 1], …], "runs": 3}, …]`; prints for each the median in milliseconds and where the
//! points are, in a picture as wide as that of a full screen.

use std::io::Read;
use std::time::Instant;

use serde::{Deserialize, Serialize};
use tour_de_table::layout::{Boxes, Rect, network};

/// A graph to lay out.
#[derive(Deserialize)]
struct Asked {
    n: usize,
    edges: Vec<(usize, usize)>,
    runs: usize,
}

/// Where its points are.
#[derive(Serialize)]
struct Laid {
    median: f64,
    points: Vec<(f64, f64)>,
}

fn lay(asked: &Asked) -> Laid {
    let keys: Vec<String> = (0..asked.n).map(|place| format!("a{place}")).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    // The sizes the screen gives at 1,440 pixels: a third of the picture for markers and names.
    let room = Rect { x: 0.0, y: 0.0, w: 900.0, h: 540.0 };
    let each = (room.w * room.h * 0.33 / asked.n.max(1) as f64).sqrt();
    let least = (each - 8.0).clamp(18.0, 26.0) + 6.0;
    let boxes = Boxes { wanted: (each.clamp(least, 120.0), each.clamp(least, 64.0)), least: (least, least) };
    let mut times = Vec::new();
    let mut points = Vec::new();
    for _ in 0..asked.runs.max(1) {
        let begun = Instant::now();
        let laid = network(&keys, &asked.edges, room, boxes);
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        points = laid.points.iter().map(|point| (point.x, point.y)).collect();
    }
    times.sort_by(f64::total_cmp);
    Laid { median: times.get(times.len() / 2).copied().unwrap_or_default(), points }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let asked: Vec<Asked> = serde_json::from_str(&text)?;
    let laid: Vec<Laid> = asked.iter().map(lay).collect();
    println!("{}", serde_json::to_string(&laid)?);
    Ok(())
}
