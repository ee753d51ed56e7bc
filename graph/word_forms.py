"""Words whose forms no stemmer brings together, or which it confuses: irregular forms, British spelling, false relatives.

Data only; roots.py uses it. The facts are those of any English grammar and dictionary.
"""

from __future__ import annotations

IRREGULAR = """
arise: arose arisen | become: became | begin: began begun | bend: bent | bet: betted | bind: bound |
blow: blew blown | break: broke broken | breed: bred | build: built | rebuild: rebuilt | burn: burnt | buy: bought |
choose: chose chosen | cling: clung | overcome: overcame | creep: crept | deal: dealt | dig: dug | draw: drew drawn |
withdraw: withdrew withdrawn | dream: dreamt | drink: drank drunk | drive: drove driven | eat: ate eaten | feed: fed |
fight: fought | flee: fled | fly: flew flown | forbid: forbade forbidden | foresee: foresaw foreseen |
forget: forgot forgotten | forgive: forgave forgiven | freeze: froze frozen | grow: grew grown |
outgrow: outgrew outgrown | hang: hung | hear: heard | hide: hid hidden | uphold: upheld | withhold: withheld |
kneel: knelt | know: knew known | lead: led | lean: leant | leap: leapt | learn: learnt | lend: lent | lose: lost |
remake: remade | mistake: mistook mistaken | mow: mown | outdo: outdid outdone | oversee: oversaw overseen |
oversell: oversold | overtake: overtook overtaken | overthrow: overthrew overthrown | pay: paid | repay: repaid |
prove: proven | redo: redid redone | undo: undid undone | redraw: redrew redrawn | resell: resold |
rethink: rethought | retell: retold | rewrite: rewrote rewritten | ride: rode ridden | ring: rang rung | run: ran |
seek: sought | sell: sold | send: sent | sew: sewn | shake: shook shaken | show: shown | shrink: shrank shrunk |
sing: sang sung | sink: sank sunk | sit: sat | sleep: slept | slide: slid | speak: spoke spoken | speed: sped |
spend: spent | spell: spelt | spill: spilt | spin: spun | spring: sprang sprung | withstand: withstood |
understand: understood | misunderstand: misunderstood | steal: stole stolen | stick: stuck | strike: struck stricken |
strive: strove striven | swear: swore sworn | sweep: swept | swim: swam swum | swing: swung |
undertake: undertook undertaken | teach: taught | tear: tore torn | throw: threw thrown | wake: woke woken |
wear: wore worn | weave: wove woven | weep: wept | win: won | write: wrote written | child: children | man: men |
woman: women | mouse: mice | foot: feet | tooth: teeth | criterion: criteria | phenomenon: phenomena |
crisis: crises | hypothesis: hypotheses | shelf: shelves | thief: thieves | diagnose: diagnosis |
analyze: analyse analysed analyses analysing analysis | spokesman: spokesmen
"""
"""Base: its forms. The commonest verbs (make, take, get, go, find, leave …) are left out: their forms stand in set phrases
("caught up", "found a company", "left the office running") that mean something else."""

SPELLINGS = """
anaem:anem anaesth:anesth archaeolog:archeolog armour:armor artefact:artifact behaviour:behavior candour:candor
clamour:clamor colour:color counsellor:counselor defenc:defens demeanour:demeanor diarrhoea:diarrhea draught:draft
encyclopaed:encycloped endeavour:endeavor enquir:inquir favour:favor flavour:flavor foetal:fetal foetus:fetus
glamour:glamor gynaecolog:gynecolog haemat:hemat haemo:hemo harbour:harbor honour:honor humour:humor jeweller:jeweler
judgement:judgment labour:labor leukaem:leukem licenc:licens manoeuv:maneuv mould:mold neighbour:neighbor odour:odor
oestro:estro offenc:offens orthopaed:orthoped paediatr:pediatr parlour:parlor plough:plow practis:practic pretenc:pretens
rigour:rigor rumour:rumor saviour:savior savour:savor sceptic:skeptic skilful:skillful splendour:splendor tumour:tumor
valour:valor vapour:vapor vigour:vigor wilful:willful
"""
"""How British words begin: how American ones do."""

RESPELLED = """
center: centre centred centres centring | program: programme programmes | catalog: catalogue catalogued catalogues |
dialog: dialogue dialogues | analog: analogue | theater: theatre theatres | meter: metre metres | liter: litre litres |
kilometer: kilometre kilometres | fiber: fibre fibres | gray: grey | aging: ageing | acknowledgment: acknowledgement |
learning: learnings | among: amongst | while: whilst | aluminum: aluminium
"""
"""American: what the British write, whole."""

APART = """
accountable: accountability | accountant: accountants | accounting | apartment: apartments | authority: authorities |
critical: critically | customer: customers | department: departments | digital: digitally | director: directors |
emergency: emergencies | engine: engines | evening: evenings | executive: executives |
experiment: experimental experimentation experimented experimenting experiments | hospitality | important: importance
importantly | initial: initially | initiative: initiatives | integrity | internal: internally |
international: internationally | marketing | objection: objections | objective: objectives |
officer: officers | organ: organs | organic: organically | personal: personally | personality: personalities |
polite: politely | positive: positively | production: productions | productive: productivity | responsible: responsibility
responsibilities responsibly | universal: universally | universe
"""
"""Words that are not what their stems are taken for: "hospitality" is no hospital, an "engine" no engineer."""

NOT_IZE = frozenset(
    """
    advertise appraise compromise comprise disguise enterprise enterprising exercise expertise franchise improvise
    likewise merchandise otherwise paradise precise premise promise supervise surprise televise treatise chemise
    concise turquoise tortoise clockwise piecewise
    """.split()
)
"""Words that end in -ise though they come from nothing in -ize; also by the letters before -ed, -ing …"""
