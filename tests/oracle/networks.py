"""Writes tests/fixtures/networks.json: 200 seeded random graphs with the figures networkx gives for them.

    pip install networkx==3.6.1
    python3 tests/oracle/networks.py > tests/fixtures/networks.json

The native tests read the fixture; nothing else needs Python. Each graph has its number of nodes and its edges, then:
density (null below two nodes), degree, betweenness (raw, each unordered pair once), closeness ((n - 1) / sum of the
distances; null for a node that does not reach all others), components and articulation points. Floating values are
written with ten significant digits.
"""

import json
import random

import networkx as nx


def graph(seed):
    """One graph of 1 to 24 nodes: of one of five shapes in turn, with its nodes shuffled."""
    dice = random.Random(seed)
    n = dice.randint(1, 24)
    shape = seed % 5
    if shape == 0:
        made = nx.gnp_random_graph(n, dice.choice([0.05, 0.1, 0.2, 0.4]), seed=seed)
    elif shape == 1 and n > 3:
        made = nx.barabasi_albert_graph(n, dice.randint(1, 2), seed=seed)
    elif shape == 2 and n > 4:
        made = nx.connected_watts_strogatz_graph(n, 4, 0.3, seed=seed)
    elif shape == 3:
        # A tree: each node tied to an earlier one.
        made = nx.Graph()
        made.add_nodes_from(range(n))
        made.add_edges_from((node, dice.randrange(node)) for node in range(1, n))
    else:
        # Small dense groups held together by single ties.
        made = nx.Graph()
        made.add_nodes_from(range(n))
        for start in range(0, n, 4):
            group = range(start, min(start + 4, n))
            made.add_edges_from((a, b) for a in group for b in group if a < b and dice.random() < 0.8)
            if start and dice.random() < 0.8:
                made.add_edge(start, dice.randrange(start))
    order = list(range(n))
    dice.shuffle(order)
    return nx.relabel_nodes(made, dict(enumerate(order)))


def short(value):
    return float(f"{value:.10g}")


def figures(seed):
    made = graph(seed)
    n = made.number_of_nodes()
    nodes = range(n)
    whole = n > 1 and nx.is_connected(made)
    betweenness = nx.betweenness_centrality(made, normalized=False)
    closeness = nx.closeness_centrality(made, wf_improved=False)
    return {
        "nodes": n,
        "edges": sorted(sorted(edge) for edge in made.edges),
        "density": short(nx.density(made)) if n > 1 else None,
        "degree": [made.degree(node) for node in nodes],
        "betweenness": [short(betweenness[node]) for node in nodes],
        "closeness": [short(closeness[node]) if whole else None for node in nodes],
        "components": sorted(sorted(group) for group in nx.connected_components(made)),
        "articulation": sorted(nx.articulation_points(made)),
    }


if __name__ == "__main__":
    lines = [json.dumps(figures(seed), separators=(",", ":")) for seed in range(200)]
    print("[\n" + ",\n".join(lines) + "\n]")
