//! Prints the JSON Schema of the dossier, for the assembly of the package.

fn main() {
    let schema = tour_de_table::exchange::schema();
    println!("{schema:#}");
}
