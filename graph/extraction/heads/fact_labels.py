"""Knows which labels and keys state which fact of a job or a study: "Arbeitgeber" and "company_name" the employer."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from graph.extraction.heads.career_keys import snake_case

_LEAVES: Mapping[str, str] = {
    leaf: fact
    for fact, leaves in {
        "employer": "employer member_of memberof works_for worksfor hiring_organization hiringorganization company organization organisation firm company_name employer_name "
        "companyname org studio agency arbeitgeber empresa entreprise werkgever unternehmen client empleador employeur azienda "
        "datore_di_lavoro bedrijf firma empregador company_or_organization name_of_employer employer's_name "
        "name_and_address_of_employer nome_del_datore_di_lavoro nome_e_indirizzo_del_datore_di_lavoro bij "
        "nome_azienda nombre_de_la_empresa nombre_del_empleador nome_da_empresa nom_de_l'entreprise "
        "nom_de_l'employeur employeur_actuel name_des_arbeitgebers arbetsgivare arbejdsgiver arbeidsgiver pracodawca "
        "name_und_adresse_des_arbeitgebers nom_et_adresse_de_l'employeur nombre_y_dirección_de_la_empresa_o_empleador nombre_y_dirección_del_empleador nome_e_morada_do_empregador naam_en_adres_van_de_werkgever nazwa_i_adres_pracodawcy "
        "nombre_y_dirección_de_la_empresa şirket kurum işveren компания организация работодатель название_компании företag zaměstnavatel klient opdrachtgever auftraggeber kunde cliente",
        "heading": "title",
        "title": "position role role_name rolename job_title jobtitle role_title designation rolle stelle poste puesto cargo functie "
        "my_role your_role my_position job post position_title ruolo posizione mansione funktion beruf fonction "
        "tipo_di_impiego lavoro_o_posizione_ricoperti occupation_or_position_held position_held post_held occupation "
        "beruf_oder_funktion fonction_ou_poste_occupé profesión_o_cargo_desempeñado profissão_ou_cargo_exercido função_ou_cargo_ocupado beroep_of_functie zawód_lub_zajmowane_stanowisko "
        "pozisyon görev unvan должность позиция pozice roll tjänst stanowisko befattning stilling tätigkeit function puesto_de_trabajo cargo_ocupado poste_occupé qualifica",
        "start": "start startdate start_date from begin began beginn started since date_start date_from von seit "
        "start_year from_date début debut inicio inizio desde dal dall depuis vanaf sinds od från desde_el data_inizio data_di_inizio fecha_inicio "
        "fecha_de_inicio date_de_début date_début startdatum beginn anfang du "
        "date_of_hire hire_date hired_on joining_date date_of_joining eintrittsdatum eintritt ancienneté date_d'embauche date_d'entrée fecha_de_ingreso data_di_assunzione data_de_admissão antigüedad",
        "end": "finish finished finish_date finishdate completed end enddate end_date to until ended date_end date_to ende bis end_year to_date fin hasta fine al jusqu'à tot t/m do till data_fine "
        "data_di_fine fecha_fin fecha_de_fin date_de_fin date_fin einddatum au",
        "period": "expected_graduation expected_graduation_date graduation_date period time_period timeperiod date_range daterange dates date years when tenure zeitraum "
        "período tarih tarihler период годы_работы okres okres_zatrudnienia okres_nauki období perioda tidsperiod anställningstid fechas_(de_–_a) "
        "période periode periodo graduation graduated year graduation_year graduationyear employed dates_employed "
        "dates_of_employment period_of_employment date_(da_–_a) date_(da_-_a) looptijd dauer duration datum fechas fecha "
        "date data daty "
        "datas okres anno année año ano jahr jaar anno_di_conseguimento",
        "place": "location city place where_based",
        "institution": "institution school university college hochschule universität université universidad "
        "university_name school_name institution_name universiteit università universidade "
        "school/college name_of_school name_of_institution nome_dell'istituto nome_istituto instelling istituto "
        "nome_e_tipo_di_istituto_di_istruzione_o_formazione nome_e_tipo_da_organização_de_ensino_ou_formação nombre_y_tipo_de_la_organización_que_ha_impartido_la_educación_o_la_formación "
        "name_und_art_der_bildungs_oder_ausbildungseinrichtung nom_et_type_de_l'établissement_d'enseignement_ou_de_formation name_and_type_of_organisation_providing_education_and_training "
        "okul üniversite учебное_заведение университет вуз škola skola nazwa_uczelni uczelnia/szkoła instituição instituto institución nombre_y_tipo_del_centro_de_estudios "
        "nome_e_tipo_d'organizzazione_erogatrice_dell'istruzione_e_formazione établissement centro_de_estudios centro escuela école schule scuola onderwijsinstelling instituição lärosäte uczelnia",
        "degree": "degree studytype study_type qualification diploma abschluss "
        "titolo_della_qualifica_rilasciata título_de_la_cualificación_obtenida designação_da_qualificação_atribuída "
        "bezeichnung_der_erworbenen_qualifikation intitulé_du_certificat_ou_diplôme_délivré title_of_qualification_awarded award "
        "qualifica_conseguita titolo_di_studio qualification_obtained qualification_awarded degree_obtained diplôme "
        "bölüm степень специальность квалификация titul uzyskany_tytuł kierunek curso cualificación_obtenida título_de_la_cualificación "
        "título examen opleiding título_obtenido titolo titre titulación laurea akademischer_grad",
        "field": "course_title course_name coursename area major field field_of_study fieldofstudy subject discipline specialization specialisation course "
        "programme program studiengang fach materia matière fachrichtung vakgebied richting indirizzo spécialité especialidad área",
        "honours": "honours honors gpa score voto nota note mention cijfer abschlussnote votazione",
        "name": "name",
        "who": "who",
        "where": "where",
    }.items()
    for leaf in leaves.split()
}


def _plain(words: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", words) if not unicodedata.combining(char))


_WITHOUT_ACCENTS: Mapping[str, str] = {_plain(leaf): fact for leaf, fact in _LEAVES.items()}
"""Keys are often written without accents: "titulo", "periode"."""
_NOW_OR_BEFORE = re.compile(
    r"^(?:owner|host|hiring|end|commissioning|present|current|previous|last|former|most_recent|actual|último|attuale|huidige|vorige|actuel|dernier)_(?=\w)"
)


@lru_cache(maxsize=4096)
def fact_of_label(label: str) -> str | None:
    """Return the fact that a label or last part of a key states, or None; two words for it may stand beside a stroke.

    >>> fact_of_label("Previous employer"), fact_of_label("Client/Company"), fact_of_label("Duties")
    ('employer', 'employer', None)
    """
    words = snake_case(label).replace("’", "'")
    found = _LEAVES.get(words) or _LEAVES.get(_NOW_OR_BEFORE.sub("", words)) or _WITHOUT_ACCENTS.get(_plain(words))
    if found is None and "/" in words:
        facts = {_LEAVES.get(part.strip("_")) for part in words.split("/")}
        return facts.pop() if len(facts) == 1 else None
    return found
