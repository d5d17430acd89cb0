//! Claim cards say what speaks against them; nations in dispute have disputants.

use super::Lint;
use crate::content::kind::Kind;
use crate::content::report::{Code, Finding};

pub(super) fn check(lint: &Lint<'_>, findings: &mut Vec<Finding>) {
    for card in &lint.content.claim_cards {
        if card.contrary.iter().all(|evidence| evidence.trim().is_empty()) {
            findings.push(
                Finding::at(
                    Code::NoContraryEvidence,
                    lint.at(Kind::ClaimCard, &card.id, &["contrary"]),
                    format!("the claim card `{}` names nothing that speaks against it", card.id),
                )
                .label("add at least one entry")
                .note("a claim that is shown with one side only teaches belief, not judgement"),
            );
        }
    }
    for claim in lint.content.claims.values() {
        if claim.claimants.len() < 2 {
            findings.push(
                Finding::at(
                    Code::OneSidedClaim,
                    lint.at(Kind::Claim, &claim.id, &["claimants"]),
                    format!("fewer than two states claim to speak for `{}`", claim.id),
                )
                .label("nothing is contested")
                .help("add the other claimant, or remove the claim"),
            );
        }
        for claimant in claim.claimants.iter().chain(&claim.seated) {
            let polity = &lint.content.polities[*claimant];
            if polity.claim.is_none_or(|own| lint.content.claims[own].id != claim.id) {
                findings.push(
                    Finding::at(
                        Code::Contradiction,
                        lint.at(Kind::Claim, &claim.id, &["claimants"]),
                        format!(
                            "`{}` claims `{}`, but its own definition does not say so",
                            polity.id, claim.id
                        ),
                    )
                    .related(
                        lint.at(Kind::Polity, &polity.id, &[]),
                        format!("add `claim: {:?}` here", claim.id),
                    ),
                );
            }
        }
    }
}
