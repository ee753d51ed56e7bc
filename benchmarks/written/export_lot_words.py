"""The invented lives that export_lots.py writes down, each in its own language: posts, studies, works, and the words of its sections.

People, houses and schools are made up. A tongue gives titles of sections, months, and what stands for the present.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

Post: TypeAlias = tuple[str, str, str, str, str]
"""Title, house, place, two bullets."""
Study: TypeAlias = tuple[str, str, str]
"""Degree, school, place."""
Work: TypeAlias = tuple[str, str, str]
"""Name, sentence, tools."""


@dataclass(frozen=True, slots=True)
class Life:
    """What one person's pages tell."""

    tongue: str
    name: str
    trade: str
    about: str
    posts: tuple[Post, ...]
    studies: tuple[Study, ...]
    skills: str
    works: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language's words for the parts of a résumé."""

    months: tuple[str, ...]
    short: tuple[str, ...]
    now: tuple[str, ...]
    to: str
    experience: tuple[str, ...]
    education: tuple[str, ...]
    skills: tuple[str, ...]
    works: tuple[str, ...]
    languages: tuple[str, str]
    hobbies: tuple[str, str]
    courses: tuple[str, str]
    references: tuple[str, str]
    personal: tuple[str, str]
    about: tuple[str, ...]
    duties: str
    page: str


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


TONGUES: Mapping[str, Tongue] = {
    "en": Tongue(
        _words("January February March April May June July August September October November December"), _words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), ("Present", "present", "Current", "Now"), "to",
        ("Experience", "Work Experience", "Professional Experience", "Employment History", "Career History"), ("Education", "Education and Training", "Academic Background", "Qualifications"), ("Skills", "Technical Skills", "Core Skills", "Key Competencies"), ("Projects", "Selected Projects", "Personal Projects"),
        ("Languages", "English (native), Danish (B2)"), ("Interests", "Rowing, bread baking, chess"), ("Certificates", "First aid at work, 2021"), ("References", "Available on request."), ("Personal Details", "Date of birth: 3 May 1988\nNationality: Irish"), ("Profile", "Summary", "About"), "Responsibilities:", "Page",
    ),
    "de": Tongue(
        _words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"), _words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."), ("heute", "Heute", "aktuell", "jetzt"), "bis",
        ("Berufserfahrung", "Beruflicher Werdegang", "Berufspraxis", "Berufliche Stationen", "Werdegang"), ("Ausbildung", "Bildungsweg", "Schul- und Berufsausbildung", "Studium", "Akademische Ausbildung"), ("Kenntnisse", "EDV-Kenntnisse", "Fähigkeiten", "Fachkenntnisse"), ("Projekte", "Ausgewählte Projekte"),
        ("Sprachen", "Deutsch (Muttersprache), Englisch (fließend)"), ("Hobbys und Interessen", "Rudern, Brot backen, Schach"), ("Weiterbildung", "Ersthelfer-Lehrgang, 2021"), ("Referenzen", "Auf Anfrage."), ("Persönliche Daten", "Geburtsdatum: 03.05.1988\nFamilienstand: verheiratet\nStaatsangehörigkeit: deutsch"), ("Profil", "Kurzprofil", "Über mich"), "Aufgaben:", "Seite",
    ),
    "fr": Tongue(
        _words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"), _words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."), ("aujourd'hui", "aujourd’hui", "ce jour", "à ce jour", "présent"), "à",
        ("Expérience professionnelle", "Expériences professionnelles", "Parcours professionnel", "Expériences"), ("Formation", "Formations", "Études", "Diplômes et formations"), ("Compétences", "Compétences techniques", "Compétences clés", "Informatique"), ("Projets", "Projets personnels"),
        ("Langues", "Français (langue maternelle), anglais (courant)"), ("Centres d'intérêt", "Aviron, boulangerie, échecs"), ("Certifications", "Sauveteur secouriste du travail, 2021"), ("Références", "Sur demande."), ("État civil", "Née le 3 mai 1988\nNationalité : française\nPermis B"), ("Profil", "À propos", "Résumé"), "Missions :", "Page",
    ),
    "es": Tongue(
        _words("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"), _words("ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic."), ("actualidad", "Actualidad", "la actualidad", "actual", "presente"), "a",
        ("Experiencia laboral", "Experiencia profesional", "Experiencia", "Trayectoria profesional"), ("Formación académica", "Formación", "Educación", "Estudios"), ("Habilidades", "Competencias", "Conocimientos informáticos", "Aptitudes"), ("Proyectos", "Proyectos personales"),
        ("Idiomas", "Español (nativo), inglés (B2)"), ("Intereses", "Remo, panadería, ajedrez"), ("Cursos y certificados", "Primeros auxilios, 2021"), ("Referencias", "Disponibles a petición."), ("Datos personales", "Fecha de nacimiento: 3 de mayo de 1988\nNacionalidad: española"), ("Perfil profesional", "Sobre mí", "Resumen"), "Funciones:", "Página",
    ),
    "pt": Tongue(
        _words("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"), _words("jan fev mar abr mai jun jul ago set out nov dez"), ("atual", "Atual", "presente", "o momento", "Atualmente"), "a",
        ("Experiência profissional", "Experiências profissionais", "Histórico profissional", "Experiência"), ("Formação acadêmica", "Formação académica", "Educação", "Escolaridade"), ("Habilidades", "Competências", "Conhecimentos técnicos"), ("Projetos", "Projetos pessoais"),
        ("Idiomas", "Português (nativo), inglês (avançado)"), ("Interesses", "Remo, panificação, xadrez"), ("Cursos", "Primeiros socorros, 2021"), ("Referências", "A pedido."), ("Dados pessoais", "Data de nascimento: 03/05/1988\nEstado civil: casada"), ("Resumo profissional", "Sobre mim", "Objetivo"), "Atividades:", "Página",
    ),
    "it": Tongue(
        _words("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"), _words("gen feb mar apr mag giu lug ago set ott nov dic"), ("oggi", "Oggi", "attuale", "presente", "in corso"), "a",
        ("Esperienza professionale", "Esperienze lavorative", "Esperienza lavorativa", "Esperienze professionali"), ("Istruzione e formazione", "Formazione", "Istruzione", "Titoli di studio"), ("Competenze", "Competenze tecniche", "Competenze informatiche"), ("Progetti", "Progetti personali"),
        ("Lingue", "Italiano (madrelingua), inglese (B2)"), ("Interessi", "Canottaggio, panificazione, scacchi"), ("Certificazioni", "Primo soccorso, 2021"), ("Referenze", "Su richiesta."), ("Informazioni personali", "Data di nascita: 03/05/1988\nNazionalità: italiana"), ("Profilo", "Chi sono", "Sommario"), "Mansioni:", "Pagina",
    ),
    "nl": Tongue(
        _words("januari februari maart april mei juni juli augustus september oktober november december"), _words("jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec."), ("heden", "Heden", "nu"), "tot",
        ("Werkervaring", "Ervaring", "Loopbaan"), ("Opleiding", "Opleidingen", "Onderwijs"), ("Vaardigheden", "Kennis en vaardigheden", "Computervaardigheden"), ("Projecten", "Eigen projecten"),
        ("Talen", "Nederlands (moedertaal), Engels (goed)"), ("Hobby's", "Roeien, brood bakken, schaken"), ("Cursussen", "BHV, 2021"), ("Referenties", "Op aanvraag."), ("Persoonlijke gegevens", "Geboortedatum: 3 mei 1988\nNationaliteit: Nederlandse"), ("Profiel", "Over mij"), "Taken:", "Pagina",
    ),
    "sv": Tongue(
        _words("januari februari mars april maj juni juli augusti september oktober november december"), _words("jan feb mar apr maj jun jul aug sep okt nov dec"), ("nu", "nuvarande", "pågående", "idag"), "till",
        ("Arbetslivserfarenhet", "Erfarenhet", "Anställningar", "Yrkeserfarenhet"), ("Utbildning", "Utbildningar"), ("Kompetenser", "Färdigheter", "Datakunskaper"), ("Projekt", "Egna projekt"),
        ("Språk", "Svenska (modersmål), engelska (flytande)"), ("Intressen", "Rodd, bakning, schack"), ("Kurser", "HLR, 2021"), ("Referenser", "Lämnas på begäran."), ("Personuppgifter", "Född: 1988-05-03\nKörkort: B"), ("Profil", "Om mig", "Sammanfattning"), "Arbetsuppgifter:", "Sida",
    ),
    "pl": Tongue(
        _words("styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"), _words("sty lut mar kwi maj cze lip sie wrz paź lis gru"), ("obecnie", "Obecnie", "teraz", "nadal"), "do",
        ("Doświadczenie zawodowe", "Doświadczenie", "Historia zatrudnienia", "Przebieg kariery zawodowej"), ("Wykształcenie", "Edukacja"), ("Umiejętności", "Umiejętności techniczne", "Kompetencje"), ("Projekty", "Projekty własne"),
        ("Języki", "polski (ojczysty), angielski (B2)"), ("Zainteresowania", "wioślarstwo, pieczenie chleba, szachy"), ("Kursy i szkolenia", "Pierwsza pomoc, 2021"), ("Referencje", "Na życzenie."), ("Dane osobowe", "Data urodzenia: 03.05.1988"), ("Podsumowanie zawodowe", "O mnie", "Profil"), "Obowiązki:", "Strona",
    ),
    "cs": Tongue(
        _words("leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"), _words("led úno bře dub kvě čvn čvc srp zář říj lis pro"), ("současnost", "dosud", "nyní", "současnosti"), "do",
        ("Pracovní zkušenosti", "Praxe", "Zaměstnání"), ("Vzdělání", "Vzdělání a kurzy"), ("Dovednosti", "Znalosti a dovednosti", "Odborné znalosti"), ("Projekty", "Vlastní projekty"),
        ("Jazyky", "čeština (rodilý mluvčí), angličtina (B2)"), ("Zájmy", "veslování, pečení chleba, šachy"), ("Kurzy", "První pomoc, 2021"), ("Reference", "Na vyžádání."), ("Osobní údaje", "Datum narození: 3. 5. 1988"), ("Profil", "O mně"), "Náplň práce:", "Strana",
    ),
    "tr": Tongue(
        _words("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"), _words("Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"), ("Halen", "halen", "Devam ediyor", "Günümüz", "devam"), "-",
        ("İş Deneyimi", "Deneyim", "Mesleki Deneyim", "İş Tecrübesi"), ("Eğitim", "Eğitim Bilgileri", "Öğrenim Durumu"), ("Yetenekler", "Beceriler", "Teknik Beceriler"), ("Projeler", "Kişisel Projeler"),
        ("Diller", "Türkçe (ana dil), İngilizce (ileri)"), ("İlgi Alanları", "Kürek, ekmek yapımı, satranç"), ("Sertifikalar", "İlk yardım, 2021"), ("Referanslar", "İstenirse verilir."), ("Kişisel Bilgiler", "Doğum tarihi: 03.05.1988\nMedeni hali: evli"), ("Özet", "Hakkımda"), "Görevler:", "Sayfa",
    ),
    "ru": Tongue(
        _words("Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь"), _words("янв. фев. март апр. май июнь июль авг. сен. окт. нояб. дек."), ("настоящее время", "по настоящее время", "н.в.", "сейчас"), "по",
        ("Опыт работы", "Профессиональный опыт", "Трудовая деятельность"), ("Образование", "Высшее образование"), ("Навыки", "Ключевые навыки", "Профессиональные навыки"), ("Проекты", "Личные проекты"),
        ("Знание языков", "Русский (родной), английский (B2)"), ("Интересы", "гребля, выпечка хлеба, шахматы"), ("Курсы", "Первая помощь, 2021"), ("Рекомендации", "По запросу."), ("Личные данные", "Дата рождения: 03.05.1988"), ("О себе", "Обо мне"), "Обязанности:", "Страница",
    ),
}  # fmt: skip
LIVES: tuple[Life, ...] = (
    Life("en", "Rosa Quill", "Backend Engineer", "Engineer who keeps old systems running while new ones are built.", (
        ("Senior Backend Engineer", "Oda & Finch", "Leeds, UK", "Built the billing service in Go and cut failed payments by 30%", "Helped junior colleagues with their first incident"),
        ("Software Engineer", "Tarnwick Lines", "Hull", "Maintained the booking of berths in Scala and kept its tests short and readable for those who came later", "Shortened the regression suite from 5 hours to 50 minutes"),
        ("Support Technician", "Brightkelp Ltd", "Dublin, Ireland", "Answered tickets of 400 customers", "Wrote the handbook for new colleagues"),
    ), (("BSc in Physics", "University of Varnmouth", "Varnmouth"), ("MSc Computer Science", "Orrin Technical University", "Orrin")), "Go, Scala, PostgreSQL, Docker",
        (("Harbour Ledger", "A web app that keeps the books of small marinas.", "React, PostgreSQL"), ("Tidewatch", "Alerts for rowing clubs when the tide turns early.", "Python, Redis"))),
    Life("en", "Tomas Ferrow", "Registered Nurse", "Nurse with a calm hand on busy wards.", (
        ("Charge Nurse", "St Brannoc Hospital", "Exmere", "Led a team of 12 nurses on a ward of 28 beds", "Brought handover down to 9 minutes"),
        ("Staff Nurse", "Larkfield Clinic", "Bath, UK", "Cared for 8 patients per shift", "Trained four students each term"),
        ("Healthcare Assistant", "Quay House", "Hull", "Helped 30 residents in their day", "Kept the records of the house"),
    ), (("BSc Nursing", "Exmere University", "Exmere"), ("Diploma in Health Care", "Larkfield College", "Bath")), "Triage, wound care, Microsoft Excel",
        (("Quiet Ward", "A plan that lowered the noise of the night shift.", "Microsoft Excel"), ("Handover Cards", "Cards that guide a nurse through the handover.", "Figma"))),
    Life("en", "Ines Calloway", "Marketing Manager", "Brings small brands to people who need them.", (
        ("Marketing Manager", "Pellow Foods", "Bristol", "Ran campaigns in five countries with a budget of £200k", "Raised newsletter sign-ups by 45%"),
        ("Content Specialist", "Marrowby Press", "London, UK", "Wrote two articles a week", "Moved the site to WordPress"),
        ("Sales Assistant", "Fennick & Sons", "Bristol", "Served customers in a shop of three floors", "Arranged the windows each month"),
    ), (("BA in English Literature", "University of Carrowmore", "Carrowmore"), ("MA in Communication", "Pellstone Business School", "London")), "SEO, WordPress, HubSpot",
        (("Spring Kitchen", "A campaign that asked readers for their recipes.", "WordPress, HubSpot"), ("Slow Mail", "A letter on paper for those who do not read mails.", "Figma"))),
    Life("de", "Jonas Quellbach", "Softwareentwickler", "Entwickler mit Freude an alten Systemen.", (
        ("Senior Softwareentwickler", "Quellgrund GmbH", "Bonn", "Entwicklung des Abrechnungsdienstes in Java", "Betreuung von zwei Auszubildenden"),
        ("Systemadministrator", "Stadtwerke Hulm", "Hulm", "Betrieb von 40 Servern unter Linux", "Einführung von Ansible"),
        ("Werkstudent", "Nordkante AG", "Kiel", "Pflege der Webseite", "Prüfung von Rechnungen"),
    ), (("Master Informatik", "Technische Universität Varnsk", "Varnsk"), ("Bachelor Informatik", "Hochschule Hulm", "Hulm")), "Java, Linux, Ansible, Git",
        (("Hafenbuch", "Eine Anwendung für kleine Häfen.", "Java, PostgreSQL"), ("Gezeitenwacht", "Warnungen für Rudervereine.", "Python"))),
    Life("de", "Miriam Aldenhoff", "Industriekauffrau", "Kauffrau mit Blick für Zahlen.", (
        ("Sachbearbeiterin Einkauf", "Brennholt Maschinenbau KG", "Siegen", "Verhandlung mit 30 Lieferanten", "Senkung der Kosten um 12 %"),
        ("Industriekauffrau", "Möbelwerk Sandau", "Sandau", "Bearbeitung von Aufträgen", "Betreuung der Auszubildenden"),
        ("Verkäuferin", "Bäckerei Lindhof", "Sandau", "Bedienung der Kunden", "Abrechnung der Kasse"),
    ), (("Ausbildung zur Industriekauffrau", "Berufskolleg Sandau", "Sandau"), ("Abitur", "Gymnasium am Lindhof", "Sandau")), "SAP, Microsoft Excel",
        (("Neues Lager", "Planung eines Lagers für Ersatzteile.", "SAP"),)),
    Life("fr", "Camille Dargoire", "Cheffe de projet", "Cheffe de projet attentive aux équipes.", (
        ("Cheffe de projet", "Marelle Conseil", "Lyon", "Pilotage de quatre équipes", "Réduction des délais de 20 %"),
        ("Développeuse web", "Atelier Brunoy", "Nantes", "Refonte du site en Symfony", "Mise en place des tests"),
        ("Assistante commerciale", "Maison Tarelle", "Rennes", "Suivi de 60 clients", "Préparation des devis"),
    ), (("Master Informatique", "Université de Valmeneux", "Valmeneux"), ("Licence Mathématiques", "Université de Brunoy", "Brunoy")), "Symfony, PHP, Jira",
        (("Carnet du port", "Une application pour les petits ports.", "Symfony, PostgreSQL"), ("Marée Info", "Des alertes pour les clubs d'aviron.", "Python"))),
    Life("es", "Lucía Tamarejo", "Ingeniera de software", "Ingeniera con gusto por los sistemas sencillos.", (
        ("Ingeniera de software", "Talamar S.L.", "Sevilla", "Desarrollo del portal de clientes en Java", "Reducción de errores en un 25 %"),
        ("Desarrolladora web", "Grupo Olmedilla", "Madrid", "Mantenimiento de la tienda en PHP", "Formación de dos becarios"),
        ("Técnica de soporte", "Redes Almarza", "Toledo", "Atención a 200 usuarios", "Redacción de manuales"),
    ), (("Grado en Ingeniería Informática", "Universidad de Almarza", "Almarza"), ("Máster en Ciencia de Datos", "Universidad Politécnica de Olmedilla", "Madrid")), "Java, PHP, Git",
        (("Cuaderno de Puerto", "Una aplicación para puertos pequeños.", "Java, PostgreSQL"), ("Marea Viva", "Avisos para clubes de remo.", "Python"))),
    Life("pt", "Helena Valadouro", "Engenheira de software", "Engenheira que gosta de sistemas simples.", (
        ("Engenheira de software", "Vale Azul Sistemas", "Porto", "Desenvolvimento do portal em Java", "Redução de erros em 25%"),
        ("Desenvolvedora web", "Grupo Serralva", "Campinas", "Manutenção da loja em PHP", "Treinamento de dois estagiários"),
        ("Estagiária de TI", "Redes Montalvo", "Braga", "Atendimento a 200 usuários", "Redação de manuais"),
    ), (("Bacharelado em Ciência da Computação", "Universidade de Serralva", "Campinas"), ("Mestrado em Engenharia Informática", "Universidade do Vale Azul", "Porto")), "Java, PHP, Git",
        (("Caderno do Porto", "Um aplicativo para pequenos portos.", "Java, PostgreSQL"), ("Maré Viva", "Avisos para clubes de remo.", "Python"))),
    Life("it", "Giada Ferrante", "Responsabile acquisti", "Responsabile attenta ai numeri.", (
        ("Responsabile acquisti", "Molini Ferrante S.p.A.", "Parma", "Gestione di 40 fornitori", "Riduzione dei costi del 12%"),
        ("Sviluppatore software", "Studio Berluzzi", "Torino", "Sviluppo del gestionale in Java", "Formazione di due colleghi"),
        ("Impiegata amministrativa", "Cantine Roveredo", "Asti", "Registrazione delle fatture", "Preparazione dei bilanci"),
    ), (("Laurea in Economia", "Università di Roveredo", "Roveredo"), ("Diploma di ragioneria", "Istituto Tecnico Berluzzi", "Torino")), "SAP, Java, Microsoft Excel",
        (("Quaderno del Porto", "Un'applicazione per piccoli porti.", "Java, PostgreSQL"), ("Marea", "Avvisi per i circoli di canottaggio.", "Python"))),
    Life("nl", "Sanne Verholt", "Inkoper", "Inkoper met oog voor cijfers.", (
        ("Senior inkoper", "Van der Zanden BV", "Utrecht", "Contracten met 20 leveranciers", "Kosten met 12% verlaagd"),
        ("Softwareontwikkelaar", "Havenwerk", "Rotterdam", "Ontwikkeling van het portaal in Java", "Begeleiding van stagiairs"),
        ("Verkoopmedewerker", "Boekhandel Lindert", "Breda", "Klanten geholpen in de winkel", "Kassa opgemaakt"),
    ), (("Bachelor Bedrijfskunde", "Hogeschool Lindert", "Breda"), ("Master Informatica", "Universiteit Verholt", "Utrecht")), "Java, SAP, Microsoft Excel",
        (("Havenboek", "Een app voor kleine havens.", "Java, PostgreSQL"), ("Getijwacht", "Meldingen voor roeiclubs.", "Python"))),
    Life("sv", "Elin Tallgren", "Systemutvecklare", "Utvecklare som tycker om enkla system.", (
        ("Systemutvecklare", "Nordlys AB", "Malmö", "Utveckling av kundportalen i Java", "Handledning av två praktikanter"),
        ("Projektledare", "Björkvik Energi", "Uppsala", "Ledning av fyra team", "Kortare ledtider med 20 %"),
        ("Butiksbiträde", "Tallgrens Bokhandel", "Lund", "Hjälpte kunder i butiken", "Skötte kassan"),
    ), (("Civilingenjör i datateknik", "Björkviks universitet", "Björkvik"), ("Kandidatexamen i fysik", "Tallgrens högskola", "Lund")), "Java, Git, Jira",
        (("Hamnboken", "En app för små hamnar.", "Java, PostgreSQL"), ("Tidvattenvakt", "Varningar för roddklubbar.", "Python"))),
    Life("pl", "Zofia Wierzbnik", "Programistka", "Programistka, która lubi proste systemy.", (
        ("Programistka Java", "Zielona Fala Sp. z o.o.", "Gdynia", "Rozwój portalu klientów w Java", "Opieka nad dwoma stażystami"),
        ("Administrator systemów", "Hutnik Wierzbnik S.A.", "Kraków", "Utrzymanie 40 serwerów Linux", "Wdrożenie Ansible"),
        ("Sprzedawca", "Księgarnia Lipowa", "Łódź", "Obsługa klientów", "Prowadzenie kasy"),
    ), (("Magister informatyki", "Politechnika Wierzbnicka", "Wierzbnik"), ("Inżynier informatyki", "Uniwersytet Lipowy", "Łódź")), "Java, Linux, Ansible",
        (("Księga portu", "Aplikacja dla małych portów.", "Java, PostgreSQL"), ("Straż pływów", "Alerty dla klubów wioślarskich.", "Python"))),
    Life("cs", "Radka Hornová", "Vývojářka", "Vývojářka, která má ráda jednoduché systémy.", (
        ("Vývojářka Java", "Zelená Vlna s.r.o.", "Brno", "Vývoj zákaznického portálu v Java", "Vedení dvou stážistů"),
        ("Správce sítě", "Hornovské strojírny a.s.", "Ostrava", "Správa 40 serverů Linux", "Zavedení Ansible"),
        ("Prodavačka", "Knihkupectví Lípa", "Zlín", "Obsluha zákazníků", "Vedení pokladny"),
    ), (("Inženýr informatiky", "Technická univerzita Hornov", "Hornov"), ("Bakalář matematiky", "Univerzita Lípa", "Zlín")), "Java, Linux, Ansible",
        (("Přístavní kniha", "Aplikace pro malé přístavy.", "Java, PostgreSQL"),)),
    Life("tr", "Elif Karadeniz", "Yazılım Mühendisi", "Basit sistemleri seven mühendis.", (
        ("Yazılım Mühendisi", "Mavi Liman Teknoloji A.Ş.", "İzmir", "Java ile müşteri portalı geliştirildi", "İki stajyere rehberlik edildi"),
        ("Proje Yöneticisi", "Yeşil Ova Ltd. Şti.", "Ankara", "Dört ekibin yönetimi", "Teslim süresi %20 kısaltıldı"),
        ("Satış Danışmanı", "Çınar Kitabevi", "Bursa", "Müşterilere yardım edildi", "Kasa takibi yapıldı"),
    ), (("Bilgisayar Mühendisliği Lisans", "Çınar Üniversitesi", "Bursa"), ("İşletme Yüksek Lisans", "Mavi Liman Üniversitesi", "İzmir")), "Java, Git, Jira",
        (("Liman Defteri", "Küçük limanlar için bir uygulama.", "Java, PostgreSQL"),)),
    Life("ru", "Алина Вересова", "Инженер-программист", "Инженер, которому нравятся простые системы.", (
        ("Инженер-программист", "ООО «Ладья»", "Казань", "Разработка портала клиентов на Java", "Наставничество двух стажёров"),
        ("Системный администратор", "АО «Сосновый Бор»", "Пермь", "Поддержка 40 серверов Linux", "Внедрение Ansible"),
        ("Продавец-консультант", "Книжный дом «Липа»", "Тула", "Работа с покупателями", "Ведение кассы"),
    ), (("Магистр информатики", "Ладейский государственный университет", "Казань"), ("Бакалавр математики", "Липовский технический институт", "Тула")), "Java, Linux, Ansible",
        (("Книга порта", "Приложение для малых портов.", "Java, PostgreSQL"),)),
)  # fmt: skip
PERIODS: tuple[tuple[tuple[tuple[int, int], tuple[int, int] | None], ...], ...] = (
    (((2019, 3), None), ((2015, 9), (2019, 2)), ((2012, 1), (2015, 6))),
    (((2020, 11), (2023, 4)), ((2016, 5), (2020, 10)), ((2013, 7), (2016, 4))),
    (((2021, 1), None), ((2018, 8), (2020, 12)), ((2014, 10), (2018, 7))),
)
"""Three posts' starts and ends, newest first; None for the present."""
STUDIED: tuple[tuple[int, int], ...] = ((2009, 2012), (2006, 2009))
"""Years of the studies, newest first."""
