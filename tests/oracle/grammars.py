"""What the published grammars of GEXF 1.3, GraphML and Popolo allow, told again for a file like those made here.

The grammars themselves stay where they are published: <https://gexf.net/schema.html> (RelaxNG, 1.3),
<http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd>, <https://www.popoloproject.com/specs/> (JSON Schema, draft 3).
Two differences make these stricter: what such a file never needs (hierarchies and time in GEXF, ports and hyperedges in
GraphML, records inside records in Popolo) is not allowed at all, and no property is allowed that the specification of
Popolo does not name. Where two published states differ (GEXF 1.3, GraphML 1.0 and 1.1), only what both allow is allowed.
"""

import jsonschema
from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
GEXF, VIZ, GRAPHML = "http://gexf.net/1.3", "http://gexf.net/1.3/viz", "http://graphml.graphdrawing.org/xmlns"


def pattern(tag, *inner, **attributes):
    words = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f"<{tag}{words}>{''.join(inner) or ('<empty/>' if tag == 'element' else '')}</{tag}>"


def data(kind, **limits):
    return pattern("data", *(pattern("param", str(limit), name=name) for name, limit in limits.items()), type=kind)


def words(*values, kind="string"):
    return pattern("choice", *(pattern("value", value, type=kind) for value in values))


def tokens(*values):
    """White space at their ends does not count, as in GraphML; in GEXF it does."""
    return words(*values, kind="token")


def attribute(name, held=data("string")):
    return pattern("attribute", held, name=name)


def element(name, *inner, ns=None):
    return pattern("element", *inner, name=name, **({"ns": ns} if ns else {}))


def maybe(*inner):
    return pattern("optional", *inner)


def many(*inner):
    return pattern("zeroOrMore", *inner)


def shuffled(*inner):
    return pattern("interleave", *inner)


def grammar(root, ns):
    start = root.replace("<element", f'<element xmlns="{RNG}" ns="{ns}" datatypeLibrary="{DATATYPES}"', 1)
    return etree.RelaxNG(etree.fromstring(start))


def gexf():
    text = "<text/>"
    atoms = ["integer", "long", "double", "float", "boolean", "bigdecimal", "biginteger", "byte", "char", "short", "string"]
    types = words(*atoms, *(f"list{atom}" for atom in atoms), "anyURI")
    column = element("attribute", attribute("id"), attribute("title"), attribute("type", types),
                     shuffled(maybe(element("default", text)), maybe(element("options", text))))
    columns = element("attributes", attribute("class", words("node", "edge")), many(column))
    values = maybe(element("attvalues", many(element("attvalue", attribute("for"), attribute("value")))))
    channel, real = data("nonNegativeInteger", maxInclusive=255), data("float", minInclusive=0)
    alpha = maybe(attribute("a", data("float", minInclusive=0, maxInclusive=1)))
    color = maybe(element("color", *(attribute(name, channel) for name in "rgb"), alpha, ns=VIZ))
    position = maybe(element("position", *(attribute(axis, data("float")) for axis in "xy"),
                             maybe(attribute("z", data("float"))), ns=VIZ))
    size = maybe(element("size", attribute("value", real), ns=VIZ))
    shapes = words("disc", "triangle", "square", "diamond")
    shape = maybe(element("shape", attribute("value", shapes), ns=VIZ))
    node = element("node", attribute("id"), maybe(attribute("label", data("token"))),
                   shuffled(values, color, position, size, shape))
    ways = words("directed", "undirected", "mutual")
    edge = element("edge", attribute("id"), attribute("source"), attribute("target"), maybe(attribute("type", ways)),
                   maybe(attribute("label", data("token"))), maybe(attribute("kind", data("token"))),
                   maybe(attribute("weight", data("double"))),
                   shuffled(values, color, maybe(element("thickness", attribute("value", real), ns=VIZ))))
    count = maybe(attribute("count", data("nonNegativeInteger")))
    graph = element("graph", maybe(attribute("mode", words("static"))), maybe(attribute("defaultedgetype", ways)),
                    maybe(attribute("idtype", words("integer", "string"))),
                    many(columns), element("nodes", count, many(node)), element("edges", count, many(edge)))
    meta = element("meta", maybe(attribute("lastmodifieddate", data("date"))),
                   shuffled(*(maybe(element(name, text)) for name in ["creator", "keywords", "description"])))
    return grammar(element("gexf", attribute("version", words("1.3")), maybe(attribute("variant")), maybe(meta), graph), GEXF)


def graphml():
    token = data("NMTOKEN")
    desc = maybe(element("desc", "<text/>"))
    held = element("data", attribute("key", token), maybe(attribute("id", token)), "<text/>")
    places = tokens("all", "graph", "node", "edge", "hyperedge", "port", "endpoint")
    types = tokens("boolean", "int", "long", "float", "double", "string")
    key = element("key", attribute("id", token), maybe(attribute("for", places)), maybe(attribute("attr.name", token)),
                  maybe(attribute("attr.type", types)), desc, maybe(element("default", "<text/>")))
    node = element("node", attribute("id", token), desc, many(held))
    edge = element("edge", maybe(attribute("id", token)), maybe(attribute("directed", data("boolean"))),
                   attribute("source", token), attribute("target", token), desc, many(held))
    graph = element("graph", maybe(attribute("id", token)), attribute("edgedefault", tokens("directed", "undirected")),
                    desc, many(pattern("choice", held, node, edge)))
    return Linked(grammar(element("graphml", desc, many(key), many(pattern("choice", graph, held))), GRAPHML))


class Linked:
    """GraphML with what its schema asks of a file of one graph beside the grammar: an id once, a key once in each
    element, and nothing named that is not there."""

    def __init__(self, grammar):
        self.grammar = grammar

    def loose(self, tree):
        """What is told twice or leads nowhere."""
        told = lambda path, of=tree: of.xpath(path, namespaces={"g": GRAPHML})
        ids = {kind: told(f"//g:{kind}/@id") for kind in ["key", "graph", "node", "edge"]}
        held = [told("g:data/@key", holder) for holder in told("//*[g:data]")]
        twice = [id for list_ in [*ids.values(), *held] for id in set(list_) if list_.count(id) > 1]
        lost = {*told("//g:data/@key")} - {*ids["key"]} | {*told("//g:edge/@source | //g:edge/@target")} - {*ids["node"]}
        return twice + sorted(lost)

    def validate(self, tree):
        return self.grammar.validate(tree) and not self.loose(tree)

    def assertValid(self, tree):
        self.grammar.assertValid(tree)
        assert not self.loose(tree), self.loose(tree)


TEXT = {"type": ["string", "null"]}
LINK = {"type": ["string", "null"], "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>]+$"}
MAIL = {"type": ["string", "null"], "pattern": "^[^@\\s]+@[^@\\s]+$"}
DAY = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
TIME = {"type": ["string", "null"],
        "pattern": "^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$"}
NEEDED = {"type": "string", "required": True}


def record(*texts, **others):
    properties = dict.fromkeys(texts, TEXT) | others
    return {"type": "object", "properties": properties, "additionalProperties": False}


def records(*texts, **others):
    return {"type": "array", "required": True, "items": record(*texts, **others)}


def popolo():
    identifiers = {"type": "array", "items": record("scheme", identifier=NEEDED)}
    contacts = {"type": "array",
                "items": record("label", "note", type=NEEDED, value=NEEDED)}
    links = {"type": "array", "items": record("note", url=LINK | NEEDED)}
    names = {"type": "array", "items": record("family_name", "given_name", "note", name=NEEDED, start_date=DAY, end_date=DAY)}
    about = {"contact_details": contacts, "links": links, "sources": links}
    known = {"identifiers": identifiers, "other_names": names}
    # Of a member, the specification says the class and the id.
    member = {"type": ["object", "null"],
              "properties": {"@type": {"type": "string", "enum": ["Person", "Organization"], "required": True}, "id": NEEDED}}
    lists = {
        "persons": records("id", "name", "family_name", "given_name", "additional_name", "honorific_prefix",
                           "honorific_suffix", "patronymic_name", "sort_name", "gender", "summary",
                           "biography", "national_identity", email=MAIL, image=LINK, birth_date=DAY, death_date=DAY, **known, **about),
        "organizations": records("id", "name", "classification", "parent_id", "area_id", image=LINK,
                                 founding_date=DAY, dissolution_date=DAY, **known, **about),
        "posts": records("id", "label", "role", "organization_id", "area_id", start_date=DAY, end_date=DAY,
                         other_label={"type": "array", "items": {"type": "string"}}, **about),
        "memberships": records("id", "label", "role", "person_id", "organization_id", "post_id", "on_behalf_of_id",
                               "area_id", member=member, start_date=DAY, end_date=DAY, **about),
        "events": records("id", "name", "description", "location", "status", "classification", "organization_id",
                          "parent_id", start_date=TIME, end_date=TIME, identifiers=identifiers, sources=links),
        "areas": records("id", "name", "identifier", "classification", "parent_id",
                         geometry={"type": ["object", "null"]}, sources=links),
    }
    schema = {"$schema": "http://json-schema.org/draft-03/schema#", "type": "object", "properties": lists,
              "additionalProperties": False}
    jsonschema.Draft3Validator.check_schema(schema)
    return jsonschema.Draft3Validator(schema)


TRIED, UNTRIED = set(), set()


def broken(path, changes):
    """The same file with each change in turn, which no grammar may take: it is asked for what it is to find."""
    before = path.read_text("utf-8")
    for old, new in changes:
        (TRIED if old in before else UNTRIED).add((old, new))
        if old in before:
            yield f"{old} → {new}", before.replace(old, new, 1)


def all_tried():
    """Every change was in some file: one that is in none would try nothing."""
    assert not UNTRIED - TRIED, UNTRIED - TRIED
