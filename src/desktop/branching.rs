//! The history that a general exchange has ended is lived again up to its last safe month, a few months a frame, while the
//! window goes on answering.

use std::sync::Arc;
use std::time::{Duration, Instant};

use bevy::prelude::*;

use super::carry::{HomeFolder, lay_out};
use super::files::{Home, save_file};
use super::screens::OnDesk;
use super::session::{Ending, Session};
use super::shell::{Modal, Shell};
use crate::campaign::{self, Branch, Campaign};
use crate::content::defs::Content;
use crate::view::words::{fill, text as say};

/// A history that is being lived again.
#[derive(Resource)]
pub struct LivingAgain {
    branch: Option<Branch>,
    /// The sheet to go back to if the player thinks better of it.
    ending: Ending,
}

/// What a frame may spend on it; the rest of it draws.
const BUDGET: Duration = Duration::from_millis(12);

impl LivingAgain {
    /// Begins a branch of a campaign that a general exchange has ended, which is saved first as it is.
    ///
    /// # Errors
    /// If nothing of the kind has ended it, it cannot be saved, or it cannot be lived again.
    pub fn begin(content: &Arc<Content>, home: &Home, ended: &Session) -> Result<Self, String> {
        let Some(ending @ Ending::GeneralExchange { safe: Some(safe) }) = ended.ending() else {
            return Err(say!("end.again.none").to_owned());
        };
        let branch = Branch::begin(content, ended.campaign.passport(), safe);
        let branch = branch.map_err(|error| error.to_string())?;
        keep(&ended.campaign, home, say!("end.save.ended"))?;
        Ok(Self { branch: Some(branch), ending })
    }

    /// The sheet that tells how far it is.
    pub fn page(&self) -> Modal {
        let (done, all) = self.branch.as_ref().map_or((0, 0), Branch::progress);
        Modal::LivingAgain { done, all }
    }
}

/// Saves a campaign under a new name made of its month; returns the name.
fn keep(campaign: &Campaign, home: &Home, template: &str) -> Result<String, String> {
    let month = campaign.sim().clock().now().to_string();
    let name = free_name(&fill(template, &[("when", &month)]), |name| save_file(home, name).exists());
    let file = save_file(home, &name);
    campaign::save(campaign, &file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(name)
}

/// A name that is not taken: the one wished for, or with a number after it.
fn free_name(wished: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number: u32| format!("{wished} ({number})"));
    std::iter::once(wished.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// Lives on with the branch, and goes over to it once its last month has come.
pub fn live_again(
    mut commands: Commands,
    mut living: ResMut<LivingAgain>,
    mut session: ResMut<Session>,
    home: Res<HomeFolder>,
    mut shell: ResMut<Shell>,
    mut desk: ResMut<OnDesk>,
) {
    // Whoever closes the sheet has thought better of it.
    if !matches!(shell.modal, Some(Modal::LivingAgain { .. })) {
        commands.remove_resource::<LivingAgain>();
        shell.modal.get_or_insert(Modal::Ending(living.ending));
        return;
    }
    let Some(mut branch) = living.branch.take() else { return };
    let began = Instant::now();
    let mut more = Ok(true);
    while matches!(more, Ok(true)) && began.elapsed() < BUDGET {
        more = branch.step();
    }
    match more {
        Ok(true) => {
            living.branch = Some(branch);
            shell.modal = Some(living.page());
        }
        Ok(false) => {
            commands.remove_resource::<LivingAgain>();
            *session = Session::over(branch.into_campaign());
            lay_out(&session, &mut shell, &mut desk);
            match keep(&session.campaign, &home.0, say!("end.save.branch")) {
                Ok(name) => shell.tell(fill(say!("end.branched"), &[("save", &name)])),
                Err(problem) => shell.problem(say!("end.branch.unsaved"), problem),
            }
        }
        Err(error) => {
            commands.remove_resource::<LivingAgain>();
            shell.problem(say!("end.again.failed"), error.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_from_before_is_never_written_over() {
        let taken = ["May 1962", "May 1962 (2)"];
        assert_eq!(free_name("June 1962", |name| taken.contains(&name)), "June 1962");
        assert_eq!(free_name("May 1962", |name| taken.contains(&name)), "May 1962 (3)");
    }
}
