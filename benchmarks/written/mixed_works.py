"""The invented pieces of work that mixed pages tell: sets of three whose titles are of one kind, from names to what was done."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.written.layouts import Entry

WORKS: Mapping[str, tuple[Entry, ...]] = {
    "names": (
        {"N": "Harbour Ledger", "S": "Berth fees were typed by hand and six sheets never agreed.", "K": "I was asked to have one source before the audit.",
         "A": "I modelled the fees in dbt and loaded the tide data with Airflow.", "R": "Month end now closes in 2 days instead of 9.", "T": "dbt, Airflow"},
        {"N": "TidePass", "S": "Skippers queued at the kiosk to pay for a mooring.", "K": "Let them pay from the boat.",
         "A": "Built a small web app in Vue with a Django backend.", "R": "Queues went away and bookings rose by 35%.", "T": "Vue, Django"},
        {"N": "Project Lantern", "S": "Nurses wrote the handover on paper and lost a third of it.", "K": "Find a way that takes no more time than paper.",
         "A": "Ran six workshops and drew the screens in Figma.", "R": "Handover takes 8 minutes, down from 14.", "T": "Figma"},
    ),
    "gerunds": (
        {"N": "Moving invoice exports off the mainframe", "S": "Nightly exports took nine hours and failed twice a week.", "K": "They had to end before the bank opened.",
         "A": "I rewrote the export in Java with Spring Batch and split it by region.", "R": "The run takes 50 minutes and has not failed since.", "T": "Java, Spring Batch"},
        {"N": "Getting two teams to agree on one address format", "S": "Shipping and billing kept different address tables.", "K": "Someone had to bring them to one table.",
         "A": "I wrote a proposal, held four workshops and built a converter in Python.", "R": "Returned parcels fell by 18%.", "T": "Python"},
        {"N": "Keeping the tracking page up on Black Friday", "S": "The tracking page broke each November.", "K": "Keep it up with the people we had.",
         "A": "Put Redis in front and moved polling to server-sent events.", "R": "No outage, and calls to support went down 30%.", "T": "Redis"},
    ),
    "deeds": (
        {"N": "Cut the cost of nightly builds", "S": "We paid for runners nobody watched.", "K": "Finance asked for a lower bill.",
         "A": "Moved caches to S3 and dropped unused jobs in Jenkins.", "R": "The bill fell from $9k to $3.8k a month.", "T": "Amazon S3, Jenkins"},
        {"N": "Rewrote the onboarding guide for new engineers", "S": "New people took three weeks to their first merge.", "K": "Make the first week count.",
         "A": "Paired with four of them and wrote down each question in Notion.", "R": "First merge now after 5 days.", "T": "Notion"},
        {"N": "Mentored two juniors to their first release", "S": "Two juniors had been stuck on small tickets for a year.", "K": "Get them to own a release.",
         "A": "Met them weekly and gave them the search page, built with Elasticsearch.", "R": "Both shipped within 3 months.", "T": "Elasticsearch"},
    ),
    "nouns": (
        {"N": "Checkout latency reduction", "S": "The checkout took four seconds on a phone.", "K": "Bring it below one second.",
         "A": "Profiled the queries, added a Redis cache and moved images to CloudFront.", "R": "p95 latency dropped by 71%.", "T": "Redis, Amazon CloudFront"},
        {"N": "Legacy billing migration", "S": "Billing ran on a server that nobody dared to restart.", "K": "Move it without a stop.",
         "A": "Ran both in parallel on Kubernetes and compared each invoice.", "R": "Moved 40k accounts with no complaint.", "T": "Kubernetes"},
        {"N": "Conflict with a stakeholder over scope", "S": "Sales had promised a feature that did not exist.", "K": "Find what the customer needed.",
         "A": "I sat with the customer for two days and showed a prototype in Streamlit.", "R": "The contract was renewed for €120k.", "T": "Streamlit"},
    ),
    "other trades": (
        {"N": "Patient flow in the day clinic", "S": "Patients waited for an hour before anyone saw them.", "K": "Shorten the wait without new staff.",
         "A": "I mapped each step with the nurses and moved the blood tests to the morning.", "R": "Waiting time fell by 40%.", "T": "Miro"},
        {"N": "Volunteer driver network", "S": "Older people could not reach the clinic.", "K": "Find drivers for three valleys.",
         "A": "I spoke at village halls and set up a rota in Excel.", "R": "62 drivers signed up in the first year.", "T": "Microsoft Excel"},
        {"N": "Reading hour for new arrivals", "S": "Half of the class could not follow the lessons.", "K": "Give them a start in their own time.",
         "A": "I planned small groups and chose books in four languages.", "R": "Test scores rose by 22%.", "T": "Moodle"},
    ),
}  # fmt: skip
"""Kind of titles → three works: title, situation, task, action, result, tools."""
