"""Words of careers that tell titles, companies and descriptions apart. Data only; what they mean is in headlines.py."""

from __future__ import annotations


def words_of(text: str, sign: str | None = None) -> tuple[str, ...]:
    """Return the words of a table, in order: what stands between white space, or between `sign`s."""
    return tuple(part.strip() for part in text.split(sign) if part.strip())


FIRST_NOUNS = frozenset(
    words_of(
        """
        leiter leiterin directeur directrice ingénieur ingénieure développeur développeuse responsable gerente ingeniero
        ingeniera desarrollador desarrolladora engenheiro engenheira desenvolvedor desenvolvedora diretor diretora
        sviluppatore sviluppatrice responsabile ingegnere direttore direttrice analista consultor consultora coordinador
        coordinadora coordenador coordenadora técnico técnica enfermera enfermero profesor profesora jefe jefa chargé
        chargée hoofd infirmier infirmière professeur vendeur vendeuse infermiere infermiera
        """
    )
)
"""Nouns that stand first in their languages' titles: "Leiter Einkauf", "Ingeniero de Software"."""

LAST_PARTS = words_of(
    """
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin pfleger pflegerin lehrer
    lehrerin verkäufer verkäuferin architekt ontwikkelaar beheerder engineer developer designer
    """
)
"""Ends of German and Dutch compounds that are titles: "Softwareentwicklerin"."""

SMALL = frozenset(
    words_of(
        """
        in de and of the for del di da du des la le les van von der den y e et und & on at to
        """
    )
)
"""Words in lower case that names hold."""

COMPANY_WORDS = frozenset(
    words_of(
        """
        systems services networks network software labs technologies group solutions partners media bank energy health
        design search
        """
    )
)
"""Company names end in them, though work is also called so."""

GENERIC = frozenset(
    words_of(
        """
        advisory consulting consultancy delivery healthcare health care software product system foundation engineering
        development platform infrastructure cloud data distributed backend frontend back end front full stack web mobile
        early career late mid independent freelance self employed various client project work experience technical
        technology solution service operation operations management business enterprise digital design research
        analytics analysis marketing sale sales finance financial education training support security quality testing
        release program programme team department division group practice industry sector public private government
        retail banking insurance logistics transportation manufacturing energy media telecom telecommunication gaming
        ecommerce commerce startup agency company corporate contract contracting parental leave sabbatical travel break
        gap remote payment growth core internal tool tooling application architecture modernization transformation
        migration integration legacy formal additional other selected recent current previous earlier scale production
        pressure load site reliability devops observability customer user people human resource supply chain procurement
        strategy leadership overview summary highlight result outcome impact role position employment job history era
        foundations science computer information network hardware embedded machine learning artificial intelligence ai
        ml north south east west region regional global international national local head office field general special
        account accounting legal compliance risk policy clinical medical nursing hospital ward patient school teaching
        classroom year today now then before after notes present past building years month months week weeks day days
        skills tools about contact profile interest language languages reference references peak dynamic failure deep
        dive series hub flagship artifact reasoning judgment interview essay correctness stability first second third
        part section chapter page phase step stage goal task action situation problem context background challenge
        approach takeaway
        """
    )
)
"""Words of careers and industries; a name of nothing else is a description ("Advisory Delivery"), not a company."""
