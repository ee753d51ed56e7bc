"""Names of trades by language, with which titles begin or end: "Kierowca międzynarodowy", "Sage-femme coordinatrice". Data only.

Who reads them is words.py; words that are surnames, too, stand apart, for "Spedition Fischer" is no fisherman.
"""

from __future__ import annotations

from graph.extraction.career_words import words_of

TRADES_ABROAD = frozenset(
    words_of(
        """
        conservator restorer harbourmaster harbormaster beekeeper blacksmith farrier dressmaker milliner cobbler shoemaker
        fishmonger chocolatier cheesemaker winemaker distiller groundsman arborist stockman jockey zookeeper policeman
        policewoman chiropractor osteopath priest vicar imam rabbi headmistress novelist poet playwright screenwriter actress
        singer violinist pianist drummer cartoonist sculptor printmaker bookbinder cabinetmaker boilermaker pipefitter
        stonemason draughtsman trucker sailor seaman airman astronaut referee umpire bellhop warehouseman storekeeper
        tattooist undertaker embalmer auctioneer valuer dishwasher busser organiser councillor saddler wheelwright gunsmith
        watchmaker goldsmith silversmith engraver glassblower perfumer postman postwoman mailman milkman cellist trombonist

        bäckerin metzgerin kellnerin friseur friseurin dachdecker dachdeckerin klempner schweißer schweißerin fräser
        lackierer fliesenleger gärtnerin landwirt landwirtin konditor konditorin schneiderin uhrmacher goldschmied
        goldschmiedin optiker optikerin apotheker apothekerin zahnarzt zahnärztin hebamme erzieher pfarrerin richterin
        polizist polizistin feuerwehrmann soldat soldatin reinigungskraft kassierer kassiererin sekretär sekretärin
        übersetzer übersetzerin dolmetscher dolmetscherin fotograf fotografin schauspieler schauspielerin musiker musikerin
        bibliothekar bibliothekarin archivar archivarin vermesser kranführer lokführer kapitän matrose disponent
        disponentin polier geselle gesellin lehrling azubi auszubildende auszubildender hilfskraft tierarzt tierärztin
        logopäde logopädin imker imkerin seelsorger prokurist prokuristin restaurator restauratorin kurator kuratorin
        dramaturg dramaturgin beleuchter bühnenbildner bühnenbildnerin maskenbildnerin laborant laborantin biologe biologin
        chemiker chemikerin physiker physikerin zeitsoldat

        coiffeur coiffeuse soudeur soudeuse jardinier jardinière agriculteur agricultrice viticulteur fromager pâtissier
        pâtissière couturière cordonnier horloger horlogère bijoutier opticien opticienne pharmacien pharmacienne dentiste
        sage-femme institutrice instituteur notaire policier policière pompier gardienne traducteur traductrice interprète
        journaliste photographe comédien comédienne musicien musicienne bibliothécaire archiviste géomètre grutier matelot
        hôtesse cariste contremaître vétérinaire kinésithérapeute orthophoniste animateur animatrice intervenant
        intervenante médiateur médiatrice restaurateur restauratrice conservateur conservatrice régisseur régisseuse
        éclairagiste scénographe ébéniste ferronnier tapissier fleuriste libraire ostréiculteur

        carnicero carnicera peluquero peluquera jardinero jardinera agricultor agricultora zapatera relojero joyero
        farmacéutico farmacéutica dentista matrona cuidador cuidadora jueza notaria bombero bombera limpiador limpiadora
        secretario traductor traductora intérprete redactor redactora fotógrafo fotógrafa actriz músico bibliotecario
        bibliotecaria archivero archivera topógrafo topógrafa camionero marinero azafata almacenero aprendiz veterinario
        veterinaria fisioterapeuta logopeda animador animadora restaurador restauradora

        panettiere macellaio parrucchiere parrucchiera giardiniere agricoltore pescatore calzolaio orologiaio orafo
        farmacista ostetrica badante avvocato avvocata notaio poliziotto bidella cassiere cassiera traduttore traduttrice
        giornalista fotografo fotografa attore attrice musicista archivista architetto architetta geometra gruista
        camionista marinaio capocantiere fisioterapista logopedista educatore educatrice animatore animatrice
        restauratore restauratrice

        padeiro padeira cabeleireiro cabeleireira pedreiro canalizador eletricista jardineiro pescador farmacêutico
        farmacêutica parteira cuidadora juíza bombeiro zelador tradutor tradutora jornalista redator redatora fotojornalista
        atriz bibliotecária arquivista marinheiro estoquista veterinária fonoaudióloga mecânico mecânica torneiro serralheiro

        kelner kelnerin metselaar dakdekker loodgieter lasser tuinman schoenmaker juwelier apotheker huisarts tandarts
        verloskundige verpleegster verzorgende rechter brandweerman conciërge schoonmaker schoonmaakster secretaresse vertaler
        vertaalster tolk fotograaf actrice muzikant bibliothecaris archivaris landmeter kraanmachinist kapitein matroos
        magazijnmedewerker voorman leerling dierenarts logopedist wijkzuster scheepskok

        piekarz rzeźnik kelnerka fryzjer fryzjerka dekarz hydraulik elektryk spawacz ogrodnik rolnik zegarmistrz optyk
        farmaceuta farmaceutka lekarz lekarka dentysta dentystka położna pielęgniarz pielęgniarka opiekun opiekunka nauczyciel
        nauczycielka wykładowca sędzia adwokat notariusz policjant policjantka strażak żołnierz sprzątaczka sprzedawca
        sprzedawczyni sekretarka tłumacz tłumaczka dziennikarz dziennikarka redaktor redaktorka aktor aktorka bibliotekarz
        bibliotekarka geodeta kierowca marynarz brygadzista stażysta stażystka weterynarz fizjoterapeuta dyrektor dyrektorka
        prezes programista programistka technik mechanik ślusarz tokarz

        slaktare servitör servitris frisör snickare rörmokare svetsare målare trädgårdsmästare sömmerska apotekare läkare
        tandläkare barnmorska undersköterska brandman vaktmästare städare säljare kassör ekonom sekreterare översättare
        bibliotekarie arkivarie arkitekt kranförare lastbilschaufför lagerarbetare förman lärling veterinär sjukgymnast
        maskinoperatör skiftledare sveiser verksleder prosjektleder avdelingsleder sykepleier tømrer sygeplejerske
        pædagog tømrermester elektriker kok bagare

        specjalista specjalistka konsultant konsultantka koordynator koordynatorka doradca projektant projektantka analityk
        analityczka pomocnik recepcjonista recepcjonistka szef szefowa ratownik wychowawca wychowawczyni psycholog radca
        aplikant aplikantka praktykant praktykantka handlowiec przedstawiciel przedstawicielka dyspozytor listonosz grafik
        inspektor księgowy monter

        kock rektor inköpare konstruktör analytiker speditör vikarie timvikarie lärare barnskötare vårdbiträde lærer chauffør
        sjåfør tjener bogholder fuldmægtig vikar smed murer jordemoder fysioterapeut kokk servitør saksbehandler rådgiver
        snekker rørlegger konsulent fagleder regnskapsfører tømrerlærling

        leerkracht stukadoor intercedent beveiliger professora operador operadora empregada empregado ajudante bolseira
        bolseiro rececionista ragioniera ragioniere capoturno docente operatore operatrice disegnatore disegnatrice
        assegnista collaboratrice collaboratore hôte préparateur préparatrice chauffeur-livreur opérateur opératrice
        réceptionniste moniteur-éducateur doctorante doctorant bénévole intérimaire auxiliaire collaboratrice mozo peón
        administrativa administrativo pasante procuradora procurador trabajadora trabajador teleoperadora teleoperador
        orientador orientadora vigilante capataz

        studienrätin studienrat referendar referendarin jungkoch servicekraft schichtführer richterin regierungsrätin
        regierungsrat amtsrat zugführer postdoktorandin doktorandin doktorand aushilfe küchenhilfe zimmermädchen

        groundworker banksman chargehand fabricator dispenser understudy busker farmhand shearer stockperson gamekeeper
        croupier enumerator churchwarden locum demonstrator
        scribe extern aide babysitter baby-sitter infantryman rifleman gunner paraeducator

        aushilfskraft lagerist lageristin tellerwäscher praktikum schülerpraktikum pflichtpraktikum ferialpraktikum
        ferialpraktikant ferialpraktikantin ferialjob nebenjob zivildienst zivildienstleistender produktionshelfer
        manutentionnaire équipier équipière employé employée réassortisseur magasinier-cariste
        reponedor reponedora carretillero carretillera socorrista voluntario voluntaria monitora promotora promotor
        repositor repositora balconista garçom garçonete empacotador empacotadora bolsista panfleteiro
        facchino volontario volontaria scaffalista bagnino bagnina baby-sitter barman banconista
        инженер инженер-программист инженер-конструктор программист программист-разработчик разработчик тестировщик аналитик
        бизнес-аналитик архитектор дизайнер веб-дизайнер менеджер руководитель директор начальник заместитель специалист
        консультант администратор бухгалтер экономист юрист маркетолог редактор журналист переводчик преподаватель учитель
        врач медсестра фельдшер воспитатель повар водитель продавец кассир продавец-консультант кладовщик логист электрик
        электромонтажник слесарь сварщик токарь механик техник лаборант стажёр стажер ассистент помощник секретарь координатор
        техлид тимлид оператор

        bezorger bezorgster vrijwilliger vrijwilligster vakkenvuller vakkenvulster receptioniste bijbaan
        sommarjobb feriepraktikant
        """
    )
)
"""Trades that are hardly anybody's surname: a title begins or ends in one."""

TRADES_AND_SURNAMES = frozenset(
    words_of(
        """
        shepherd diver miner driller weaver dyer tanner cooper chandler usher groom vet colonel mayor blaster
        bäcker metzger kellner maurer zimmermann schlosser dreher tischler schreiner maler gärtner förster jäger müller
        brauer winzer schneider schuster pfarrer richter notar kranz boucher charpentier couvreur peintre pompier marin
        pastor sastre zapatero pintor pescador herrero piloto capitán sarta vigile rybak murarz cieśla stolarz malarz
        krawiec szewc kowal kucharz slager visser kleermaker kapper boer piloot fiskare bakare murare fotograf fotograaf
        """
    )
)
"""Trades that are surnames as well: titles when they stand alone."""
