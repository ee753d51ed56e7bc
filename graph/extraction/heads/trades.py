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

        vývojář vývojářka programátor programátorka inženýr inženýrka účetní manažer manažerka vedoucí ředitel
        ředitelka jednatel jednatelka analytik analytička správce technička konstruktér konstruktérka obchodník
        obchodnice prodavač prodavačka učitel učitelka lékař lékařka řidič skladník skladnice kuchař kuchařka
        číšník servírka brigádník brigádnice stážista stážistka asistentka referentka grafička novinář novinářka
        překladatel překladatelka právník právnička personalista personalistka dispečer dispečerka svářeč
        truhlář zámečník elektrikář vývojár vývojárka inžinier inžinierka účtovník účtovníčka manažér manažérka
        vedúci riaditeľ riaditeľka predavač predavačka učiteľ učiteľka lekár lekárka vodič čašník čašníčka
        brigádnik správca konštruktér udvikler softwareudvikler systemudvikler programmør projektleder teamleder
        afdelingsleder direktør butikschef salgschef ingeniør maskinmester sælger butiksassistent
        lagermedarbejder pædagogmedhjælper læge tandlæge revisor kontorassistent kommunikationsmedarbejder
        studentermedhjælper praktikant designer journalist jurist advokat utvikler systemutvikler seniorutvikler
        butikksjef butikkmedarbeider lagermedarbeider selger lærling tannlege barnehagelærer vaktmester
        renholder sivilingeniør økonom controller seniorrådgiver utvecklare systemutvecklare mjukvaruutvecklare
        webbutvecklare programmerare projektledare teamledare gruppchef enhetschef platschef butiksbiträde
        säljchef ingenjör civilingenjör sjuksköterska förskollärare kundtjänstmedarbetare handläggare samordnare
        koordinator verksamhetsutvecklare ohjelmistokehittäjä ohjelmistosuunnittelija kehittäjä suunnittelija
        projektipäällikkö päällikkö johtaja toimitusjohtaja tuotepäällikkö myyjä myyntipäällikkö asiantuntija
        konsultti insinööri sairaanhoitaja lähihoitaja lääkäri opettaja tutkija arkkitehti harjoittelija
        työntekijä varastotyöntekijä tarjoilija kokki sihteeri kirjanpitäjä toimittaja graafikko fejlesztő
        szoftverfejlesztő programozó mérnök szoftvermérnök projektmenedzser projektvezető vezető igazgató
        ügyvezető könyvelő elemző tanácsadó értékesítő eladó ügyintéző asszisztens tanár orvos ápoló ápolónő
        szakács pincér gépkocsivezető raktáros gyakornok rendszergazda tervező grafikus újságíró szerkesztő
        kutató programator inginer ingineră dezvoltator dezvoltatoare manager contabil contabilă economist
        director directoare coordonator coordonatoare analist analistă consultant arhitect profesor profesoară
        asistentă vânzător vânzătoare șofer bucătar ospătar stagiar stagiară tehnician operator avocat
        traducător mühendisi mühendis yazılımcı geliştirici geliştiricisi yöneticisi yönetici müdürü müdür
        uzmanı uzman danışmanı danışman analisti tasarımcı tasarımcısı muhasebeci öğretmen öğretmeni doktor
        hemşire avukat stajyer stajyeri asistanı koordinatörü direktörü teknisyeni teknisyen operatörü şefi
        garson aşçı temsilcisi sorumlusu mimar mimarı editör çevirmen інженер програміст розробник розробниця
        аналітик аналітикиня керівник керівниця директорка менеджерка спеціаліст спеціалістка фахівець фахівчиня
        бухгалтерка економіст економістка дизайнерка тестувальник тестувальниця викладач викладачка вчитель
        вчителька лікар лікарка водій продавець касир стажерка помічник помічниця координаторка редакторка
        журналістка перекладач перекладачка завідувач programer programerka razvijalec razvijalka razvojnik
        inženjer inženjerka inženir inženirka voditelj voditeljica direktor direktorica računovođa savjetnik
        savjetnica svetovalec svetovalka nastavnik nastavnica učitelj učiteljica liječnik liječnica prodavačica
        vozač konobar konobarica kuhar kuharica pripravnik pripravnica novinar novinarka prevoditelj инжењер
        програмер програмист мениджър ръководител инженерка консултант счетоводител учител лекар programuotojas
        programuotoja inžinierius inžinierė vadovas vadovė vadybininkas vadybininkė buhalteris buhalterė
        analitikas analitikė konsultantas konsultantė mokytojas mokytoja gydytojas gydytoja pardavėjas pardavėja
        vairuotojas programmētājs programmētāja inženieris inženiere vadītājs vadītāja grāmatvedis grāmatvede
        analītiķis konsultants skolotājs skolotāja arendaja tarkvaraarendaja insener projektijuht juhataja juht
        raamatupidaja analüütik õpetaja müüja μηχανικός προγραμματιστής προγραμματίστρια αναλυτής αναλύτρια
        διευθυντής διευθύντρια υπεύθυνος υπεύθυνη σύμβουλος λογιστής λογίστρια καθηγητής καθηγήτρια δάσκαλος
        δασκάλα γιατρός νοσηλευτής νοσηλεύτρια πωλητής πωλήτρια σχεδιαστής σχεδιάστρια δικηγόρος δημοσιογράφος
        βοηθός σερβιτόρος σερβιτόρα μάγειρας οδηγός manajer pengembang insinyur magang asisten dosen
        perawat akuntan pemrogram desainer spesialis direktur konsultan sekretaris kasir staf jurutera pengurus
        penolong
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
