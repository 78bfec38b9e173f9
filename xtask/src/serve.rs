//! Serves the built package on this machine, under the policy that the package promises to respect.

use crate::process::{root, say};
use crate::{Options, build};
use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use axum::routing::get;
use serde_json::{Value, json};
use std::fs;
use std::io::Read as _;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;

/// The port asked for where the command line names none; when it is taken, any free one serves.
const PORT: u16 = 8080;

/// Where browsers send what the policy blocked; `GET` gives all reports so far as a JSON array.
const REPORTS: &str = "/csp-reports";

/// The strictest policy under which everything works. Without `style-src`: the stylesheet is constructed.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; \
    img-src blob:; require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; \
    form-action 'none'; report-uri /csp-reports";

struct Site {
    package: PathBuf,
    samples: PathBuf,
    reports: Mutex<Vec<Value>>,
}

/// Builds unless told not to, then serves until stopped.
///
/// # Errors
/// When the build fails or no port can be had.
pub(crate) fn serve(options: &Options) -> Result<()> {
    let package = if options.no_build { build::folder(options) } else { build::build(options)? };
    let site = Arc::new(Site { package, samples: root().join("www/exemples"), reports: Mutex::default() });
    if options.until_stdin_closes {
        std::thread::spawn(|| {
            // Tests hold the other end: when they end, however that is, so does the server.
            std::io::stdin().read_to_end(&mut Vec::new()).ok();
            std::process::exit(0);
        });
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()
        .context("cannot start the server")?;
    runtime.block_on(listen(options.port, site))
}

async fn listen(port: Option<u16>, site: Arc<Site>) -> Result<()> {
    let listener = match TcpListener::bind(("127.0.0.1", port.unwrap_or(PORT))).await {
        Err(_) if port.is_none() => TcpListener::bind(("127.0.0.1", 0)).await,
        answer => answer,
    }
    .context("cannot listen: is another server running on this port?")?;
    let address = listener.local_addr().context("cannot tell the address")?;
    say(format!("serving {} (stop with Ctrl+C)", site.package.display()));
    println!("http://{address}/");
    let routes = Router::new()
        .route(REPORTS, get(list_reports).post(take_report))
        .fallback(get(file))
        .with_state(site);
    axum::serve(listener, routes).await.context("the server stopped")
}

async fn take_report(State(site): State<Arc<Site>>, body: Bytes) -> StatusCode {
    let report = serde_json::from_slice(&body)
        .unwrap_or_else(|_| json!({ "unreadable": String::from_utf8_lossy(&body) }));
    eprintln!("the policy blocked something: {report}");
    if let Ok(mut reports) = site.reports.lock() {
        reports.push(report);
    }
    StatusCode::NO_CONTENT
}

async fn list_reports(State(site): State<Arc<Site>>) -> Response<Body> {
    let reports = site.reports.lock().map(|reports| json!(*reports)).unwrap_or_default();
    answer(StatusCode::OK, "application/json", reports.to_string().into_bytes())
}

async fn file(State(site): State<Arc<Site>>, uri: Uri) -> Response<Body> {
    let content = locate(&site, uri.path()).and_then(|path| Some((kind(&path), fs::read(path).ok()?)));
    match content {
        Some((kind, bytes)) => answer(StatusCode::OK, kind, bytes),
        None => answer(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", b"not found\n".to_vec()),
    }
}

/// The file behind a path of the site; none for a path that leaves it.
fn locate(site: &Site, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/')?;
    let (folder, rest) = match path.strip_prefix("exemples/") {
        Some(rest) => (&site.samples, rest),
        None => (&site.package, path),
    };
    let rest =
        if rest.is_empty() || rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
    let rest = Path::new(&rest);
    let inside = rest.components().all(|component| matches!(component, Component::Normal(_)));
    inside.then(|| folder.join(rest))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("csv") => "text/csv; charset=utf-8",
        Some("md" | "txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn answer(status: StatusCode, kind: &'static str, bytes: Vec<u8>) -> Response<Body> {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::{Site, locate};
    use std::path::{Path, PathBuf};
    use std::sync::Mutex;

    #[test]
    fn paths_stay_inside_the_site() {
        let site = Site { package: "p".into(), samples: "s".into(), reports: Mutex::default() };
        let at = |path: &str| locate(&site, path);
        assert_eq!(at("/"), Some(PathBuf::from("p/index.html")));
        assert_eq!(at("/a/b.js"), Some(Path::new("p/a/b.js").into()));
        assert_eq!(at("/exemples/"), Some(PathBuf::from("s/index.html")));
        assert_eq!(at("/exemples/site/"), Some(PathBuf::from("s/site/index.html")));
        for outside in ["/../secret", "/exemples/../../secret", "//etc/passwd", "/a/../../b"] {
            assert_eq!(at(outside), None, "{outside}");
        }
    }
}
