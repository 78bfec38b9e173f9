"""What one would use in Python, timed on the cases read from the standard input: {part: [case, …]}; the answer is JSON.

Each part is a list of {"median": milliseconds, "result": …} in the order of the cases: `network` by networkx,
`votes` by powerindex, `positions` as one would write them. A part whose package is missing is absent.
"""

import json
import statistics
import sys
import time


def timed(runs, work):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        result = work()
        times.append(1000 * (time.perf_counter() - begun))
    return {"median": statistics.median(times), "result": result}


def network(case):
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(range(case["n"]))
    graph.add_edges_from(case["edges"])
    betweenness = nx.betweenness_centrality(graph, normalized=False)
    closeness = nx.closeness_centrality(graph, wf_improved=False)
    list(nx.connected_components(graph))
    list(nx.articulation_points(graph))
    nx.density(graph)
    dict(graph.degree)
    return [[betweenness[node], closeness[node]] for node in range(case["n"])]


def votes(case):
    import powerindex

    game = powerindex.Game(case["quota"], weights=list(case["weights"]))
    game.calc_banzhaf()
    game.calc_shapley_shubik()
    return [list(game.banzhaf), list(game.shapley_shubik)]


def sign(value):
    return (value > 0) - (value < 0)


def figures(mid, held):
    each = range(len(mid))
    midi = [[mid[a][b] + sum(min(mid[a][c], mid[c][b]) for c in each) for b in each] for a in each]
    influence = [sum(midi[a][b] for b in each if b != a) for a in each]
    dependence = [sum(midi[b][a] for b in each if b != a) for a in each]
    whole = sum(influence)
    r = [(influence[a] - midi[a][a]) / whole * influence[a] / (influence[a] + dependence[a]) for a in each]
    power = [len(mid) * value / sum(r) for value in r]
    for x in (
        [[sign(value) for value in row] for row in held],
        held,
        [[power[a] * value for value in held[a]] for a in each],
    ):
        for wanted in (1, -1):
            [
                [sum((abs(p) + abs(q)) / 2 for p, q in zip(x[i], x[j]) if sign(p * q) == wanted) if i != j else 0 for j in each]
                for i in each
            ]
    [1 + sum(other > value for other in power) for value in power]
    return power


PARTS = {"network": network, "votes": votes, "positions": lambda case: figures(case["mid"], case["held"])}


def main():
    answer = {}
    for name, cases in json.load(sys.stdin).items():
        try:
            # The first call, not timed, also loads the package.
            PARTS[name](cases[0])
            answer[name] = [timed(case["runs"], lambda: PARTS[name](case)) for case in cases]
        except ImportError as missing:
            print(f"{name}: {missing}", file=sys.stderr)
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
