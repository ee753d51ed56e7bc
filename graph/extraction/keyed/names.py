"""Keys of records in YAML and JSON: lists of work, names of it, employers, posts. Decides nothing; meanings.py does."""

from __future__ import annotations

import re

OTHER = frozenset(
    "skills skill tools languages language references reference referees publications publication papers talks talk presentations links link "
    "profiles profile social networks certificates certifications certification certs badges awards award interests hobbies contact contacts "
    "sections theme posts articles writing books reading courses memberships patents testimonials questions navigation menu todo goals "
    "sprachen kenntnisse zertifikate langues compétences idiomas competencias lingue competenze talen vaardigheden".split()
)
"""Last keys of lists that tell no work, whatever stands in them."""
WORK_LISTS = re.compile(
    r"(?:projects?|work|works|portfolio|cases?|case[_ -]studies|stories|story|apps?|products?|games?|repos|repositories|assignments?|"
    r"engagements?|mandates?|initiatives?|things|built|made|shipped|did|done|fun|for[_ -]fun|tinkering|experiments|on[_ -]the[_ -]side|achievements?|accomplishments|highlights|wins|projekte|projets|"
    r"proyectos|progetti|projetos|projecten|aufträge|missions|encargos|incarichi|opdrachten)"
)
"""Last keys of lists that may tell work; the values must look like it all the same."""
PROJECT_LISTS = re.compile(
    r"(?:projects?|projekte|projets|proyectos|progetti|projetos|projecten|apps|products|games|repos|cases|case[_ -]studies|stories|portfolio)"
)
"""Last keys of lists of work: what is called `name` there names no employer."""
WORK_NAMES = (
    "project title name headline thing what called app game product story case initiative assignment engagement task did "
    "projekt projet proyecto progetto projeto titel titre título titolo nom nombre nome naam bezeichnung was quoi qué cosa wat"
).split()
"""Keys of what a piece of work is called, the surest first."""
SURE_WORK_NAMES = frozenset(
    "project app game product story case initiative assignment engagement show film exhibition building campaign projekt projet proyecto progetto projeto".split()
)
"""Keys of names that are no employer's, whatever stands beside them."""
EMPLOYER_KEYS = (
    "employer company client customer organisation organization firm org for where at with place_of_work who brand agency studio "
    "arbeitgeber firma kunde auftraggeber für bei wo entreprise client pour chez où empresa cliente para en dónde azienda per dove "
    "bedrijf opdrachtgever voor bij waar made_for built_for done_for on_behalf_of commissioned_by worked_for workplace hospital clinic trust "
    "ministry authority agency vessel ship regiment brigade restaurant kitchen theatre orchestra department dienststelle behörde "
    "einrichtung klinik établissement ministère organismo centro ente ospedale instelling dienst urząd arbetsplats unit house site school college university academy"
).split()
"""Keys of whom one worked for, the surest first."""
POST_KEYS = frozenset(
    "title position role job_title jobtitle job post designation occupation rolle stelle beruf tätigkeit funktion poste fonction puesto cargo "
    "posizione ruolo mansione functie stanowisko befattning stilling".split()
)
"""Keys of posts."""
NO_NAMES = frozenset(
    "id slug url link href type kind category status icon image img color colour order weight level location place city country "
    "grade band rank tier series version price license licence updated created path file repo tags tag language".split()
)
"""Keys whose values name nothing that was done."""
PARTS = frozenset(
    "situation task action result results outcome problem challenge approach solution impact context did done how".split()
)
