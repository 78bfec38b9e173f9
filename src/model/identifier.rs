//! Identifiers in public registers, checked without asking anyone.
//!
//! A check says that the form is right, never that the organisation exists. A key that fails is a warning only: real
//! numbers exist whose key is wrong.

use super::territory::TerritoryKind;

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The form is right, and so is the key where there is one.
    Valid,
    /// The form is right, the key or the code is not: to be verified, kept as it is.
    WrongKey,
    /// Not a number of this register.
    WrongShape,
    /// No rule is known for this register.
    Unchecked,
}

/// The SIREN of La Poste, whose establishments follow a rule of their own.
const LA_POSTE: &str = "356000000";
/// The head office of La Poste, which follows the common rule.
const LA_POSTE_HEAD: &str = "35600000000048";
/// Letters that close a UAI, by the remainder of its number by 23.
const UAI_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPRSTUVWXYZ";
/// Codes of the regions in the INSEE COG, from 2016 on.
const REGIONS: [&str; 18] = [
    "01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93",
    "94",
];

/// Checks a value of a register. Spaces, dots, dashes and case do not count.
pub fn check(scheme: &str, value: &str) -> Check {
    let value = normalise(scheme, value);
    let digits = |length: usize| value.len() == length && value.bytes().all(|byte| byte.is_ascii_digit());
    match register(scheme).as_str() {
        "SIREN" => judge(digits(9) && value != "000000000", luhn(&value)),
        "SIRET" => judge(digits(14) && !value.starts_with("000000000"), siret_key(&value)),
        "RNA" => judge(is_rna(&value), true),
        "UAI" => judge(is_uai(&value), uai_key(&value)),
        "FINESS" => judge(is_finess(&value), finess_key(&value)),
        "COG" => check_cog(None, &value),
        _ => Check::Unchecked,
    }
}

/// Checks a code of the INSEE COG for a kind of territory; without a kind, any of them will do. Not a postcode.
pub fn check_cog(kind: Option<TerritoryKind>, value: &str) -> Check {
    let value = normalise("COG", value);
    match kind {
        Some(TerritoryKind::Commune) => judge(is_commune(&value), true),
        Some(TerritoryKind::Departement) => judge(is_departement(&value), true),
        // A single authority stands for the region and the department overseas: 973 is used as much as 03.
        Some(TerritoryKind::Region) if value.starts_with("97") && is_departement(&value) => Check::Valid,
        Some(TerritoryKind::Region) => {
            let shape = value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_digit());
            judge(shape, REGIONS.contains(&value.as_str()))
        }
        // An EPCI bears a SIREN; a labour market area, a code of its own.
        Some(TerritoryKind::Epci) => check("SIREN", &value),
        Some(TerritoryKind::Bassin | TerritoryKind::Other) => Check::Unchecked,
        None => {
            judge(is_commune(&value) || is_departement(&value) || REGIONS.contains(&value.as_str()), true)
        }
    }
}

/// A value without the spaces, dots and dashes people put in it, in capitals. Other registers keep theirs as it is.
pub fn normalise(scheme: &str, value: &str) -> String {
    match register(scheme).as_str() {
        "SIREN" | "SIRET" | "RNA" | "UAI" | "FINESS" | "COG" => value
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}' | '\u{feff}'))
            .flat_map(char::to_uppercase)
            .collect(),
        _ => value.trim().to_owned(),
    }
}

/// The SIREN a value holds: itself, or the first nine digits of a SIRET. `None` where the form is wrong.
pub fn siren_of(scheme: &str, value: &str) -> Option<String> {
    if !matches!(register(scheme).as_str(), "SIREN" | "SIRET") || check(scheme, value) == Check::WrongShape {
        return None;
    }
    normalise(scheme, value).get(..9).map(str::to_owned)
}

fn register(scheme: &str) -> String {
    scheme.trim().to_ascii_uppercase()
}

fn judge(shape: bool, key: bool) -> Check {
    match (shape, key) {
        (false, _) => Check::WrongShape,
        (true, false) => Check::WrongKey,
        (true, true) => Check::Valid,
    }
}

fn digit_values(value: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    value.chars().filter_map(|c| c.to_digit(10))
}

/// Luhn's key (1960): from the right, every second digit doubled, the sum a multiple of ten.
fn luhn(value: &str) -> bool {
    let sum: u32 = digit_values(value)
        .rev()
        .enumerate()
        .map(|(place, digit)| if place % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { digit })
        .sum();
    sum.is_multiple_of(10)
}

fn siret_key(value: &str) -> bool {
    let siren = value.get(..9).unwrap_or_default();
    if siren == LA_POSTE && value != LA_POSTE_HEAD {
        return digit_values(value).sum::<u32>().is_multiple_of(5);
    }
    luhn(value) && luhn(siren)
}

/// `W`, a digit, a digit or a letter, seven digits. Alsace and Moselle have none.
fn is_rna(value: &str) -> bool {
    value.len() == 10
        && value.bytes().enumerate().all(|(place, byte)| match place {
            0 => byte == b'W',
            2 => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit(),
        })
}

fn is_uai(value: &str) -> bool {
    value.len() == 8
        && value.bytes().enumerate().all(|(place, byte)| match place {
            7 => byte.is_ascii_uppercase(),
            _ => byte.is_ascii_digit(),
        })
}

fn uai_key(value: &str) -> bool {
    let number = value.get(..7).and_then(|digits| digits.parse::<usize>().ok()).unwrap_or_default();
    value.bytes().last() == UAI_LETTERS.get(number % UAI_LETTERS.len()).copied()
}

/// A department, Corsica's included, and seven digits.
fn is_finess(value: &str) -> bool {
    value.len() == 9
        && value.bytes().enumerate().all(|(place, byte)| match place {
            1 => byte.is_ascii_digit() || (matches!(byte, b'A' | b'B') && value.starts_with('2')),
            _ => byte.is_ascii_digit(),
        })
}

/// Luhn's key with A as 1 and B as 2: seen in the register, not published.
fn finess_key(value: &str) -> bool {
    luhn(&value.replace('A', "1").replace('B', "2"))
}

/// Metropolitan departments `01`–`95` with `2A` and `2B`, and `97` or `98` overseas.
fn is_commune(value: &str) -> bool {
    let (Some(department), Some(rest)) = (value.get(..2), value.get(2..)) else { return false };
    let departments = match department.as_bytes() {
        [b'2', second] => matches!(second, b'A' | b'B' | b'1'..=b'9'),
        [first, second] => matches!(first, b'0' | b'1' | b'3'..=b'9') && second.is_ascii_digit(),
        _ => false,
    };
    departments && rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// What begins the code of a commune: two characters, or three where they start with 97 or 98.
fn is_departement(value: &str) -> bool {
    let overseas = value.starts_with("97") || value.starts_with("98");
    is_commune(&format!("{value}{}", if overseas { "01" } else { "001" }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug)]
    struct Case<'a>(&'a str, &'a str, Check);

    #[test]
    fn published_cases() {
        use Check::{Valid, WrongKey, WrongShape};
        for Case(scheme, value, expected) in [
            Case("SIREN", "404833048", Valid),
            Case("SIREN", "552008443", Valid),
            Case("SIREN", "732829320", Valid),
            Case("SIREN", "404833047", WrongKey),
            Case("SIREN", "000000000", WrongShape),
            // Exists in the register with a wrong key: a warning, never an error.
            Case("SIREN", "889742876", WrongKey),
            Case("SIRET", "73282932000074", Valid),
            Case("SIRET", "35600000049837", Valid),
            Case("SIRET", "35600000000048", Valid),
            Case("SIRET", "35600000049838", WrongKey),
            Case("SIRET", "73282932000079", WrongKey),
            Case("RNA", "W751515517", Valid),
            Case("RNA", "W2D1234567", Valid),
            Case("RNA", "751515517", WrongShape),
            Case("UAI", "0951099D", Valid),
            Case("UAI", "0951099E", WrongKey),
            Case("FINESS", "750712184", Valid),
            Case("COG", "97302", Valid),
            Case("COG", "2A004", Valid),
            Case("COG", "20004", WrongShape),
            Case("COG", "973", Valid),
            Case("COG", "2B", Valid),
            Case("COG", "03", Valid),
        ] {
            assert_eq!(check(scheme, value), expected, "{scheme} {value}");
        }
    }

    #[test]
    fn shapes_are_told_from_keys() {
        assert_eq!(check("SIREN", "40483304"), Check::WrongShape);
        assert_eq!(check("SIREN", "40483304X"), Check::WrongShape);
        assert_eq!(check("SIRET", "732829320"), Check::WrongShape);
        assert_eq!(check("FINESS", "3A0712184"), Check::WrongShape);
        assert_eq!(check("SIREN", "４０４８３３０４８"), Check::WrongShape);
        assert_eq!(check("BCE", "0403.019.261"), Check::Unchecked);
    }

    #[test]
    fn codes_answer_to_the_kind_of_territory() {
        assert_eq!(check_cog(Some(TerritoryKind::Commune), "97302"), Check::Valid);
        assert_eq!(check_cog(Some(TerritoryKind::Commune), "973"), Check::WrongShape);
        assert_eq!(check_cog(Some(TerritoryKind::Departement), "973"), Check::Valid);
        assert_eq!(check_cog(Some(TerritoryKind::Departement), "97"), Check::WrongShape);
        assert_eq!(check_cog(Some(TerritoryKind::Region), "03"), Check::Valid);
        assert_eq!(check_cog(Some(TerritoryKind::Region), "41"), Check::WrongKey);
        assert_eq!(check_cog(Some(TerritoryKind::Bassin), "0052"), Check::Unchecked);
    }

    #[test]
    fn people_write_numbers_with_spaces_dots_and_small_letters() {
        assert_eq!(check("siren", "404 833\u{a0}048"), Check::Valid);
        assert_eq!(check("SIRET", "732.829.320-00074"), Check::Valid);
        assert_eq!(check("uai", "0951099d"), Check::Valid);
        assert_eq!(normalise("SIRET", " 732 829 320 00074 "), "73282932000074");
        assert_eq!(normalise("BCE", " 0403.019.261 "), "0403.019.261");
    }

    #[test]
    fn the_siren_of_an_establishment_is_its_first_nine_digits() {
        assert_eq!(siren_of("SIRET", "732 829 320 00074").as_deref(), Some("732829320"));
        assert_eq!(siren_of("SIREN", "732829320").as_deref(), Some("732829320"));
        assert_eq!(siren_of("SIRET", "732829320"), None);
        assert_eq!(siren_of("RNA", "W751515517"), None);
    }
}
