"""Words of careers that tell titles, companies and descriptions apart. Data only; what they mean is in heads/headlines.py."""

from __future__ import annotations


def words_of(text: str, sign: str | None = None) -> tuple[str, ...]:
    """Return the words of a table, in order: what stands between white space, or between `sign`s."""
    return tuple(part.strip() for part in text.split(sign) if part.strip())


FIRST_NOUNS = frozenset(
    words_of(
        """
        directora controladora controlador contable abogado abogada arquitecto arquitecta auxiliar asesor asesora becario becaria
        leiter leiterin directeur directrice ingénieur ingénieure développeur développeuse responsable gerente ingeniero
        ingeniera desarrollador desarrolladora engenheiro engenheira desenvolvedor desenvolvedora diretor diretora
        sviluppatore sviluppatrice responsabile ingegnere direttore direttrice analista consultor consultora coordinador
        coordinadora coordenador coordenadora técnico técnica enfermera enfermero profesor profesora jefe jefa chargé
        chargée hoofd infirmier infirmière professeur vendeur vendeuse infermiere infermiera contrôleur contrôleuse
        assistante consultante adjoint adjointe administratrice gestionnaire technicien technicienne conseiller
        conseillère coordinateur coordinatrice chercheur chercheuse comptable acheteur acheteuse rédacteur rédactrice
        developpeur developpeuse ingenieur infirmiere tecnico tecnica mecanico mecanica chargee conseillere redacteur redactrice controleur controleuse
        chef cheffe conducteur conductrice ouvrier ouvrière agent maçon chauffeur stagiaire alternant alternante apprenti apprentie aide-soignant aide-soignante formateur formatrice
        enseignant enseignante cuisinier cuisinière éducateur éducatrice juriste encargado encargada electricista oficial recepcionista camarero camarera cajero cajera operario operaria
        periodista dependiente dependienta fontanero fontanera soldador soldadora mecánico mecánica albañil carpintero
        cameriere cameriera elettricista idraulico auxiliar becario
        becaria maestro maestra programador programadora arquitecto arquitecta diseñador diseñadora investigador
        investigadora enfermeiro enfermeira técnica administrador administradora contador contadora abogado abogada
        asesor asesora médico médica gestor gestora educador educadora impiegato impiegata operaio operaia addetto addetta tecnico
        tecnica insegnante consulente cuoco cuoca capo progettista medewerker projectleider adviseur docent
        verpleegkundige teamleider vedoucí kierownik inżynier assistente atendente estagiário estagiária vendedor
        vendedora gerente supervisor supervisora motorista secretária secretário asistente ayudante subdirector cocinero
        cocinera operator specjalista pracownik asystent asystentka kasjer kasjerka magazynier księgowa księgowy
        attaché attachée secrétaire surveillant surveillante greffier greffière caissier caissière serveur serveuse
        socio socia associé associée gérant gérante
        electromecánico electromecánica tornero fresador montador montadora conserje ordenanza repartidor repartidora panadero panadera
        dependente operaia magazziniera autista saldatore falegname muratore
        boulanger boulangère menuisier plombier électricien électricienne magasinier magasinière
        monteur timmerman elektricien schilder chauffeur verkoper verkoopster kok bakker
        teamcoach wijkcoach zorgcoördinator begeleider begeleidster teamleidster projectleidster
        commessa commesso segretario segretaria magazziniere werkvoorbereider uitvoerder
        """
    )
)
"""Nouns that stand first in their languages' titles: "Leiter Einkauf", "Ingeniero de Software"."""

LAST_PARTS = words_of(
    """
    angestellte angestellter administrator administratorin leitung fachkraft oberarzt facharzt assistenzarzt chefarzt ärztin
    projektledare produktägare handläggare redaktör rådgiver konsulent biträde ledare medarbetare skötare förare sekreterare
    terapeut arbetare vikarie vaktare ekonom chaufför leder medarbejder medarbeider medhjælper hjælper hjelper arbejder
    arbeider lærer pleier plejer behandler fører udvikler mester hoofd coördinator instructeur chauffeur logistiker
    entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin pfleger pflegerin lehrer
    lehrerin verkäufer verkäuferin architekt architektin ontwikkelaar beheerder engineer developer designer
    manager managerin techniker technikerin mechaniker mechanikerin kaufmann kauffrau sachbearbeiter
    sachbearbeiterin mitarbeiter mitarbeiterin assistent assistentin assistenz referent referentin wissenschaftler
    wissenschaftlerin elektroniker elektronikerin informatiker informatikerin meister meisterin student studentin
    medewerker leider leidster adviseur consulent verpleegkundige kundige ingenjör utvecklare utvikler chef
    sjuksköterska lärare installateur installateurin elektriker elektrikerin monteur monteurin schlosser schlosserin
    tischler tischlerin betreuer betreuerin trainer trainerin buchhalter buchhalterin controller controllerin redakteur
    redakteurin gestalter gestalterin planer planerin prüfer prüferin disponent disponentin lagerist lageristin fahrer
    fahrerin anwalt anwältin pädagoge pädagogin erzieher erzieherin therapeut therapeutin schwester vertreter vertreterin
    geselle gesellin lehrling helfer helferin arbeiter arbeiterin einkäufer einkäuferin maler malerin schweißer schweißerin makler maklerin
    fachwirt fachwirtin betriebswirt betriebswirtin direktor direktorin beauftragter beauftragte spezialist spezialistin
    """
)
"""Ends of German and Dutch compounds that are titles: "Softwareentwicklerin"."""

TRADES = frozenset(
    words_of(
        """
        operative operatives picker packer porter servant handler loader fitter joiner plasterer bricklayer roofer glazier
        tiler foreman forewoman warden ranger keeper steward stewardess sommelier barista bartender waiter waitress host
        hostess concierge housekeeper cleaner groundskeeper gardener landscaper florist baker butcher brewer cook tailor
        seamstress jeweller potter luthier bookseller paralegal notary bailiff registrar verger chaplain paramedic
        phlebotomist dietitian nutritionist optician optometrist audiologist sonographer prosthetist carer caregiver nanny
        childminder lifeguard instructor lecturer invigilator examiner proofreader subeditor columnist lexicographer
        estimator quantity-surveyor stevedore deckhand bosun pilot navigator purser signaller conductor electrician plumber
        agronomist scholar pentester solicitor underwriter
        cadet sergeant corporal lieutenant commis
        welder carpenter painter decorator mechanic machinist millwright rigger scaffolder surveyor geodesist
        """
    )
)
"""Nouns of trades that titles end in, besides those of the vocabulary of roles."""

SMALL = frozenset(
    words_of(
        """
        in de and of the for del di da du des la le les van von der den y e et und & on at to
        """
    )
)
"""Words in lower case that names hold."""

NAMES_SMALL = SMALL | frozenset(
    words_of(
        """
        do dos das della dello delle degli dei dal am an im zum zur für der den het aan op bei och og i a sur sous aux af av ter ten zu vom by
        """
    )
)
"""The same within a name that is capitalised otherwise: "Instituto do Mar", "Klinikum am Wald"."""

COMPANY_WORDS = frozenset(
    words_of(
        """
        systems services networks network software labs technologies group solutions partners media bank energy health
        design search
        """
    )
)
"""Company names end in them, though work is also called so."""

COMPANY_TAILS = COMPANY_WORDS | frozenset(
    words_of(
        """
        foods food logistics freight shipping lines airlines airways ferries railways rail motors automotive vehicles
        robotics industries industrial instruments electronics semiconductors pharma pharmaceuticals biotech therapeutics
        diagnostics telecom telecoms communications wireless mutual insurance assurance bancorp capital ventures holdings
        investments trust studios studio games interactive entertainment pictures records press publishing publishers
        books bakery brewery brewing coffee roasters hotels hotel resorts restaurants hospital hospitals clinic clinics
        infirmary klinikum hospice foundation charity council ministry museum theatre university college school academy
        institute associates consultants advisors advisory architects builders construction contractors homes properties
        estates realty stores supermarkets markets outfitters apparel clothing shoes toys furniture supplies supply
        tools works foundry mills steel metals mining chemicals plastics paper packaging textiles solar renewables
        sistemas sistemi soluciones soluções soluzioni
        mechanical heating plumbing roofing haulage carpentry joinery landscaping locksmiths power electric gas water utilities oil petroleum farms dairy mobility payments analytics dynamics
        international worldwide enterprises company corporation society cooperative union
        partnership gallery library observatory orchestra nursery authority commission bureau collective centre
        """
    )
)
"""Words that company names end in."""

TEAM_WORDS = frozenset(
    words_of(
        """
        planning payments growth checkout identity onboarding billing search ads cardiology respiratory oncology
        paediatrics pediatrics radiology neurology orthopaedics orthopedics maternity emergency surgery surgical icu
        intensive care theatre theatres outpatients purchasing sourcing fulfilment fulfillment warehousing procurement
        treasury tax audit controlling payroll litigation employment property conveyancing commercial corporate
        acquisition retention lifecycle brand content social events partnerships accounts channel inside enterprise smb
        midmarket demand merchandising innovation integrity safety facilities maintenance assembly tooling quality
        curriculum mathematics maths english physics chemistry biology history geography humanities sciences arts music
        admissions ios android frontend backend fullstack firmware mobile web cloud platform infrastructure reliability
        observability personalisation personalization recommendations ranking trust fraud risk lending mortgages claims
        underwriting reporting insights experience ux ui interaction research vertrieb einkauf fertigung entwicklung
        qualitätssicherung produktion logistik pflege compras ventas calidad producción achats ventes qualité
        """
    )
)
"""Words of teams, wards and subjects, which stand behind titles: "Senior Manager, Demand Planning"."""

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
        websites webseiten webauftritte kunden firmen vereine privatkunden geschäftskunden inhalte
        foundations science computer information network hardware embedded machine learning artificial intelligence ai
        ml north south east west region regional global international national local head office field general special
        account accounting legal compliance risk policy clinical medical nursing hospital ward patient school teaching
        vocational miscellaneous profesional profesionales professionnel professionnelle professionnelles profissional professionale
        berufliche akademische académica akademisk varios
        agora antes ahora avant maintenant adesso eerder jetzt vorher teraz tidigare
        classroom year today now then before after notes present past building years month months week weeks day days
        skills tools about contact profile interest language languages reference references peak dynamic failure deep
        dive name dates employed duration series hub flagship artifact reasoning judgment interview essay correctness stability first second third
        part section chapter page phase step stage goal task action situation problem context background challenge
        approach takeaway post held appointment maternity paternity sick elternzeit mutterschutz travelling traveling weltreise auszeit
        arbeitssuchend arbeitsuchend unemployed unemployment redundancy caring family career-break baja maternidad congé
        maternité parental parentale zwangerschapsverlof sabbatjaar sabático sabbatique chômage desempleo zivildienst
        arbetslivserfarenhet yrkeserfarenhet arbejdserfaring erhvervserfaring työkokemus doświadczenie zawodowe praxe
        utbildning uddannelse utdanning wykształcenie wehrdienst föräldraledig barsel bildungsurlaub gap-year
        """
    )
)
"""Words of careers and industries; a name of nothing else is a description ("Advisory Delivery"), not a company."""
