//! Addresses that may become links.
//!
//! A dossier comes from anywhere: an address in it is followed only when its scheme is one that opens a page, a
//! message or a call. Browsers ignore control characters and spaces inside a scheme, so they are taken out first.

/// An address with an allowed scheme (`https`, `http`, `mailto`, `tel`), without control characters or spaces.
/// `None` for anything else, relative addresses included.
pub fn safe_url(text: &str) -> Option<String> {
    let plain: String =
        text.chars().filter(|c| !c.is_control() && !c.is_whitespace() && !is_hidden(*c)).collect();
    let (scheme, rest) = plain.split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    let stands = match scheme.as_str() {
        "https" | "http" => {
            rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
        }
        "mailto" | "tel" => !rest.is_empty(),
        _ => false,
    };
    stands.then(|| format!("{scheme}:{rest}"))
}

/// The link that writes to an e-mail address; `None` where it does not look like one. Headers cannot be slipped in.
pub fn mail_link(address: &str) -> Option<String> {
    let address = address.trim();
    let (local, host) = address.split_once('@')?;
    let local_stands = !local.is_empty()
        && local.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '\'' | '’'));
    let host_stands = host.contains('.')
        && host
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
    if local_stands && host_stands { safe_url(&format!("mailto:{address}")) } else { None }
}

/// The link that calls a telephone number; `None` where it does not look like one.
pub fn call_link(number: &str) -> Option<String> {
    let mut out = String::from("tel:");
    let mut digits = 0;
    for (index, c) in number.trim().chars().enumerate() {
        match c {
            '0'..='9' => {
                digits += 1;
                out.push(c);
            }
            '+' if index == 0 => out.push(c),
            ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}' => {}
            _ => return None,
        }
    }
    ((2..=15).contains(&digits)).then_some(out)
}

/// Characters that show nothing and could hide what an address says.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_messages_and_calls_become_links() {
        assert_eq!(safe_url("https://exemple.fr/a?b=c"), Some("https://exemple.fr/a?b=c".to_owned()));
        assert_eq!(safe_url("HTTP://exemple.fr"), Some("http://exemple.fr".to_owned()));
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\tscript:alert(1)",
            "\u{200b}javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "blob:https://exemple.fr/1",
            "file:///etc/passwd",
            "//exemple.fr",
            "/chemin",
            "exemple.fr",
            "https:exemple.fr",
            "https:///",
            "mailto:",
            "",
        ] {
            assert_eq!(safe_url(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_mail_link_holds_an_address_and_nothing_else() {
        assert_eq!(mail_link(" n.om@structure.fr "), Some("mailto:n.om@structure.fr".to_owned()));
        assert_eq!(
            mail_link("accueil@mission-locale.re"),
            Some("mailto:accueil@mission-locale.re".to_owned())
        );
        for bad in [
            "nom",
            "nom@",
            "@structure.fr",
            "nom@structure",
            "a@b.fr?bcc=c@d.fr",
            "a@b.fr,c@d.fr",
            "a b@c.fr",
            "a@b@c.fr",
            "a%0a@b.fr",
            "a@b..fr",
        ] {
            assert_eq!(mail_link(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_call_link_keeps_the_digits() {
        assert_eq!(call_link("04 50 00 00 00"), Some("tel:0450000000".to_owned()));
        assert_eq!(call_link("+33 (0)4-50.00"), Some("tel:+33045000".to_owned()));
        for bad in ["", "poste 12", "1", "+", "04;ext=1", "1234567890123456"] {
            assert_eq!(call_link(bad), None, "{bad:?}");
        }
    }
}
