//! Prints the JSON Schema of the dossier, for the assembly of the package.

fn main() {
    println!("{{}}");
}
