"""Figures as German, French, Spanish, Portuguese, Italian and Dutch résumés phrase them, and what is read of them. See figure_sentences.py."""

from __future__ import annotations

DOWN30, TEAM8 = "30 percent | decrease | result", "8 people | none | team"
ABROAD = {
    "de": (
        ("≈ 30 % weniger Ausschuss", "~30 percent | decrease | result"), ("Reduzierung der Wartezeit um 30 %", DOWN30), ("Wartezeit um 30 % gesenkt", DOWN30), ("Senkung der Kosten um 30 Prozent", DOWN30), ("Verkürzte die Durchlaufzeit von 12 auf 4 Tage", "4 days (from 12) | decrease | result"),
        ("Umsatz um 25 % gesteigert", "25 percent | increase | result"), ("Steigerung des Umsatzes um 25 %", "25 percent | increase | result"), ("Leitung eines Teams von 8", TEAM8), ("Leitung eines 8-köpfigen Teams", TEAM8), ("Führung von 25 Mitarbeitern", "25 Mitarbeitern | none | team"), ("Fachliche Führung von zwölf Mitarbeitenden", "12 Mitarbeitenden | none | team"),
        ("Budgetverantwortung: 2,5 Mio. €", "2,500,000 EUR | none | scale"), ("Einsparungen von 120.000 € pro Jahr", "120,000 EUR/year | decrease | result"), ("Betreuung von 40 Kunden", "40 Kunden | none | scale"), ("Einführung in 6 Wochen", "6 weeks | none | duration"), ("Verdopplung der Besucherzahlen", "2 ratio | increase | result"), ("Die Fehlerquote sank von 8 % auf 3 %", "3 percent (from 8) | decrease | result"), ("Verfügbarkeit von 99,9 %", "99.9 percent | none | result"), ("Teamgröße: 9", "9 people | none | team"),
    ),
    "fr": (
        ("Réduction des délais de 30 %", DOWN30), ("Délais réduits de 30 %", DOWN30), ("Baisse de 30 % des réclamations", DOWN30), ("30 % de réclamations en moins", DOWN30), ("Augmentation du chiffre d'affaires de 25 %", "25 percent | increase | result"), ("Hausse de 25 % des ventes", "25 percent | increase | result"), ("Délai de livraison passé de 12 à 4 jours", "4 days (from 12) | decrease | result"),
        ("Encadrement d'une équipe de 8 personnes", "8 personnes | none | team"), ("Management d'une équipe de 8", TEAM8), ("Gestion d'un budget de 2,5 M€", "2,500,000 EUR | none | scale"), ("Économies de 120 000 € par an", "120,000 EUR/year | decrease | result"), ("Suivi de 40 clients", "40 clients | none | scale"), ("Migration réalisée en 6 semaines", "6 weeks | none | duration"), ("Ventes multipliées par 3", "3 ratio | increase | result"), ("Budget de 450 k€", "450,000 EUR | none | scale"), ("Taux de satisfaction de 96 %", "96 percent | none | result"),
    ),
    "es": (
        ("Reduje los plazos un 30 %", DOWN30), ("Reducción del 30% en los costes", DOWN30), ("Reducción de costes de un 30 %", DOWN30), ("30 % menos de reclamaciones", DOWN30), ("Aumento de las ventas en un 25%", "25 percent | increase | result"), ("Incremento del 25 % en las ventas", "25 percent | increase | result"), ("Reduje el plazo de 12 a 4 días", "4 days (from 12) | decrease | result"),
        ("Lideré un equipo de 8 personas", "8 personas | none | team"), ("Dirección de un equipo de 12 montadores", "12 montadores | none | team"), ("Equipo de 8", TEAM8), ("Gestión de un presupuesto de 2,5 millones de euros", "2,500,000 EUR | none | scale"), ("Ahorro de 120.000 € al año", "120,000 EUR/year | decrease | result"), ("Atención a 40 clientes", "40 clientes | none | scale"), ("Puesta en marcha en 6 semanas", "6 weeks | none | duration"), ("Dupliqué las ventas", "2 ratio | increase | result"), ("Las ventas crecieron un 25 %", "25 percent | increase | result"),
    ),
    "pt": (
        ("Reduzi os prazos em 30%", DOWN30), ("Redução de 30% nos custos", DOWN30), ("30% menos reclamações", DOWN30), ("Aumento de 25% nas vendas", "25 percent | increase | result"), ("Crescimento de 25% das vendas", "25 percent | increase | result"), ("Reduzi o prazo de 12 para 4 dias", "4 days (from 12) | decrease | result"), ("Liderei uma equipe de 8 pessoas", "8 pessoas | none | team"), ("Gestão de uma equipa de 8", TEAM8),
        ("Gestão de um orçamento de R$ 2,5 milhões", "2,500,000 BRL | none | scale"), ("Economia de R$ 120 mil por ano", "120,000 BRL/year | decrease | result"), ("Atendimento a 40 clientes", "40 clientes | none | scale"), ("Implantação em 6 semanas", "6 weeks | none | duration"), ("Dobrei as vendas", "2 ratio | increase | result"), ("Queda de 30% no tempo de espera", DOWN30),
    ),
    "it": (
        ("Ridotto i tempi del 30%", DOWN30), ("Riduzione del 30% dei costi", DOWN30), ("Riduzione dei costi del 30%", DOWN30), ("30% di reclami in meno", DOWN30), ("Aumento del fatturato del 25%", "25 percent | increase | result"), ("Incremento delle vendite del 25 %", "25 percent | increase | result"), ("Tempi di consegna passati da 12 a 4 giorni", "4 days (from 12) | decrease | result"), ("Coordinamento di un team di 8 persone", "8 persone | none | team"), ("Gestione di una squadra di 8", TEAM8),
        ("Gestione di un budget di 2,5 milioni di euro", "2,500,000 EUR | none | scale"), ("Risparmio di 120.000 € all'anno", "120,000 EUR/year | decrease | result"), ("Gestione di 40 clienti", "40 clienti | none | scale"), ("Avvio in 6 settimane", "6 weeks | none | duration"), ("Raddoppiato le vendite", "2 ratio | increase | result"),
    ),
    "nl": (
        ("Wachttijd met 30% verlaagd", DOWN30), ("Verlaging van de kosten met 30%", DOWN30), ("30% minder klachten", DOWN30), ("Omzet met 25% verhoogd", "25 percent | increase | result"), ("Omzetgroei van 25%", "25 percent | increase | result"), ("Doorlooptijd teruggebracht van 12 naar 4 dagen", "4 days (from 12) | decrease | result"), ("Leiding gegeven aan een team van 8", TEAM8), ("Leiding aan 8 medewerkers", "8 medewerkers | none | team"), ("Aansturen van een team van 8 collega's", "8 collega's | none | team"),
        ("Budget van € 2,5 miljoen", "2,500,000 EUR | none | scale"), ("Besparing van € 120.000 per jaar", "120,000 EUR/year | decrease | result"), ("Beheer van 40 klanten", "40 klanten | none | scale"), ("Ingevoerd in 6 weken", "6 weeks | none | duration"), ("Omzet verdubbeld", "2 ratio | increase | result"),
    ),
}  # fmt: skip
