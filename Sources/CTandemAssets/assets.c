// Made by Scripts/embed-assets; run it after adding, renaming or removing a file.
#include "CTandemAssets.h"
static const unsigned char file0[] = {
#embed "../../Catalog/activities/adapted-daily-life.yaml" suffix(,)
0};
static const unsigned char file1[] = {
#embed "../../Catalog/activities/adapted-dressing.yaml" suffix(,)
0};
static const unsigned char file2[] = {
#embed "../../Catalog/activities/adapted-moving.yaml" suffix(,)
0};
static const unsigned char file3[] = {
#embed "../../Catalog/activities/bladder-and-breathing.yaml" suffix(,)
0};
static const unsigned char file4[] = {
#embed "../../Catalog/activities/care-babies.yaml" suffix(,)
0};
static const unsigned char file5[] = {
#embed "../../Catalog/activities/community-babies.yaml" suffix(,)
0};
static const unsigned char file6[] = {
#embed "../../Catalog/activities/community-preschool.yaml" suffix(,)
0};
static const unsigned char file7[] = {
#embed "../../Catalog/activities/dressing-preschool.yaml" suffix(,)
0};
static const unsigned char file8[] = {
#embed "../../Catalog/activities/dressing-school-age.yaml" suffix(,)
0};
static const unsigned char file9[] = {
#embed "../../Catalog/activities/dressing-toddlers.yaml" suffix(,)
0};
static const unsigned char file10[] = {
#embed "../../Catalog/activities/eating-babies.yaml" suffix(,)
0};
static const unsigned char file11[] = {
#embed "../../Catalog/activities/eating-preschool.yaml" suffix(,)
0};
static const unsigned char file12[] = {
#embed "../../Catalog/activities/eating-school-age.yaml" suffix(,)
0};
static const unsigned char file13[] = {
#embed "../../Catalog/activities/eating-toddlers.yaml" suffix(,)
0};
static const unsigned char file14[] = {
#embed "../../Catalog/activities/home-school-age.yaml" suffix(,)
0};
static const unsigned char file15[] = {
#embed "../../Catalog/activities/moving-babies.yaml" suffix(,)
0};
static const unsigned char file16[] = {
#embed "../../Catalog/activities/moving-preschool.yaml" suffix(,)
0};
static const unsigned char file17[] = {
#embed "../../Catalog/activities/moving-school-age.yaml" suffix(,)
0};
static const unsigned char file18[] = {
#embed "../../Catalog/activities/moving-toddlers.yaml" suffix(,)
0};
static const unsigned char file19[] = {
#embed "../../Catalog/activities/play-babies.yaml" suffix(,)
0};
static const unsigned char file20[] = {
#embed "../../Catalog/activities/play-preschool.yaml" suffix(,)
0};
static const unsigned char file21[] = {
#embed "../../Catalog/activities/play-toddlers.yaml" suffix(,)
0};
static const unsigned char file22[] = {
#embed "../../Catalog/activities/school-day.yaml" suffix(,)
0};
static const unsigned char file23[] = {
#embed "../../Catalog/activities/school-preschool.yaml" suffix(,)
0};
static const unsigned char file24[] = {
#embed "../../Catalog/activities/school-writing.yaml" suffix(,)
0};
static const unsigned char file25[] = {
#embed "../../Catalog/activities/self-care-school-age.yaml" suffix(,)
0};
static const unsigned char file26[] = {
#embed "../../Catalog/activities/sleep-adapted.yaml" suffix(,)
0};
static const unsigned char file27[] = {
#embed "../../Catalog/activities/sleep-babies.yaml" suffix(,)
0};
static const unsigned char file28[] = {
#embed "../../Catalog/activities/sleep-preschool.yaml" suffix(,)
0};
static const unsigned char file29[] = {
#embed "../../Catalog/activities/sport-return.yaml" suffix(,)
0};
static const unsigned char file30[] = {
#embed "../../Catalog/activities/sport-school-age.yaml" suffix(,)
0};
static const unsigned char file31[] = {
#embed "../../Catalog/activities/teens-daily-life.yaml" suffix(,)
0};
static const unsigned char file32[] = {
#embed "../../Catalog/activities/washing-preschool.yaml" suffix(,)
0};
static const unsigned char file33[] = {
#embed "../../Catalog/activities/washing-toddlers.yaml" suffix(,)
0};
static const unsigned char file34[] = {
#embed "../../Catalog/conditions/babies.yaml" suffix(,)
0};
static const unsigned char file35[] = {
#embed "../../Catalog/conditions/bones-and-joints.yaml" suffix(,)
0};
static const unsigned char file36[] = {
#embed "../../Catalog/conditions/brain-and-nerves.yaml" suffix(,)
0};
static const unsigned char file37[] = {
#embed "../../Catalog/conditions/development.yaml" suffix(,)
0};
static const unsigned char file38[] = {
#embed "../../Catalog/conditions/hands-and-arms.yaml" suffix(,)
0};
static const unsigned char file39[] = {
#embed "../../Catalog/conditions/injury-and-sport.yaml" suffix(,)
0};
static const unsigned char file40[] = {
#embed "../../Catalog/conditions/muscles-and-genes.yaml" suffix(,)
0};
static const unsigned char file41[] = {
#embed "../../Catalog/conditions/patterns.yaml" suffix(,)
0};
static const unsigned char file42[] = {
#embed "../../Catalog/elsewhere/elsewhere.yaml" suffix(,)
0};
static const unsigned char file43[] = {
#embed "../../Catalog/language/common-words.txt" suffix(,)
0};
static const unsigned char file44[] = {
#embed "../../Catalog/language/cues.yaml" suffix(,)
0};
static const unsigned char file45[] = {
#embed "../../Catalog/language/findings.yaml" suffix(,)
0};
static const unsigned char file46[] = {
#embed "../../Catalog/language/irregular.yaml" suffix(,)
0};
static const unsigned char file47[] = {
#embed "../../Catalog/language/small.yaml" suffix(,)
0};
static const unsigned char file48[] = {
#embed "../../Catalog/language/words.yaml" suffix(,)
0};
static const unsigned char file49[] = {
#embed "../../Catalog/milestones/gross-motor.yaml" suffix(,)
0};
static const unsigned char file50[] = {
#embed "../../Catalog/milestones/hands.yaml" suffix(,)
0};
static const unsigned char file51[] = {
#embed "../../Catalog/milestones/play.yaml" suffix(,)
0};
static const unsigned char file52[] = {
#embed "../../Catalog/milestones/self-care.yaml" suffix(,)
0};
static const unsigned char file53[] = {
#embed "../../Catalog/red-flags/emergency.yaml" suffix(,)
0};
static const unsigned char file54[] = {
#embed "../../Catalog/red-flags/soon.yaml" suffix(,)
0};
static const unsigned char file55[] = {
#embed "../../Catalog/red-flags/today.yaml" suffix(,)
0};
static const unsigned char file56[] = {
#embed "../../Catalog/skills/baby-moves.yaml" suffix(,)
0};
static const unsigned char file57[] = {
#embed "../../Catalog/skills/balance-and-core.yaml" suffix(,)
0};
static const unsigned char file58[] = {
#embed "../../Catalog/skills/both-arms-and-body.yaml" suffix(,)
0};
static const unsigned char file59[] = {
#embed "../../Catalog/skills/both-coordination.yaml" suffix(,)
0};
static const unsigned char file60[] = {
#embed "../../Catalog/skills/dressing-hands.yaml" suffix(,)
0};
static const unsigned char file61[] = {
#embed "../../Catalog/skills/everyday-mind.yaml" suffix(,)
0};
static const unsigned char file62[] = {
#embed "../../Catalog/skills/getting-about.yaml" suffix(,)
0};
static const unsigned char file63[] = {
#embed "../../Catalog/skills/hands.yaml" suffix(,)
0};
static const unsigned char file64[] = {
#embed "../../Catalog/skills/senses.yaml" suffix(,)
0};
static const unsigned char file65[] = {
#embed "../../Catalog/skills/strength-and-stretch.yaml" suffix(,)
0};
static const unsigned char file66[] = {
#embed "../../Catalog/skills/tools-and-writing.yaml" suffix(,)
0};
static const unsigned char file67[] = {
#embed "../../Catalog/skills/walking-and-running.yaml" suffix(,)
0};
static const unsigned char file68[] = {
#embed "../../Catalog/sources.yaml" suffix(,)
0};
static const unsigned char file69[] = {
#embed "../../Catalog/spanish/baby-moves.yaml" suffix(,)
0};
static const unsigned char file70[] = {
#embed "../../Catalog/spanish/balance-and-core.yaml" suffix(,)
0};
static const unsigned char file71[] = {
#embed "../../Catalog/spanish/both-arms-and-body.yaml" suffix(,)
0};
static const unsigned char file72[] = {
#embed "../../Catalog/spanish/both-coordination.yaml" suffix(,)
0};
static const unsigned char file73[] = {
#embed "../../Catalog/spanish/dressing-hands.yaml" suffix(,)
0};
static const unsigned char file74[] = {
#embed "../../Catalog/spanish/everyday-mind.yaml" suffix(,)
0};
static const unsigned char file75[] = {
#embed "../../Catalog/spanish/getting-about.yaml" suffix(,)
0};
static const unsigned char file76[] = {
#embed "../../Catalog/spanish/hands.yaml" suffix(,)
0};
static const unsigned char file77[] = {
#embed "../../Catalog/spanish/senses.yaml" suffix(,)
0};
static const unsigned char file78[] = {
#embed "../../Catalog/spanish/strength-and-stretch.yaml" suffix(,)
0};
static const unsigned char file79[] = {
#embed "../../Catalog/spanish/tools-and-writing.yaml" suffix(,)
0};
static const unsigned char file80[] = {
#embed "../../Catalog/spanish/walking-and-running.yaml" suffix(,)
0};
static const unsigned char file81[] = {
#embed "../../Migrations/0001-people.sql" suffix(,)
0};
static const unsigned char file82[] = {
#embed "../../Migrations/0002-trust.sql" suffix(,)
0};
static const unsigned char file83[] = {
#embed "../../Migrations/0003-plan.sql" suffix(,)
0};
static const unsigned char file84[] = {
#embed "../../Migrations/0004-directory.sql" suffix(,)
0};
static const unsigned char file85[] = {
#embed "../../Migrations/0005-referral.sql" suffix(,)
0};
static const unsigned char file86[] = {
#embed "../../Migrations/0006-time.sql" suffix(,)
0};
static const unsigned char file87[] = {
#embed "../../Migrations/0007-inquiry.sql" suffix(,)
0};
static const unsigned char file88[] = {
#embed "../../Migrations/0008-waiting.sql" suffix(,)
0};
static const unsigned char file89[] = {
#embed "../../Pages/articles/children-are-not-small-adults.md" suffix(,)
0};
static const unsigned char file90[] = {
#embed "../../Pages/articles/pt-and-ot.md" suffix(,)
0};
static const unsigned char file91[] = {
#embed "../../Pages/articles/when-to-see-a-pediatric-pt.md" suffix(,)
0};
static const unsigned char file92[] = {
#embed "../../Pages/assets/favicon.svg" suffix(,)
0};
static const unsigned char file93[] = {
#embed "../../Pages/assets/tandem.css" suffix(,)
0};
static const unsigned char file94[] = {
#embed "../../Pages/assets/tandem.js" suffix(,)
0};
static const unsigned char file95[] = {
#embed "../../Pages/assets/workspace.css" suffix(,)
0};
static const unsigned char file96[] = {
#embed "../../Pages/handout.txt" suffix(,)
0};
static const unsigned char file97[] = {
#embed "../../Pages/intake.txt" suffix(,)
0};
static const unsigned char file98[] = {
#embed "../../Pages/templates/account-email-changed.mustache" suffix(,)
0};
static const unsigned char file99[] = {
#embed "../../Pages/templates/account-email-confirm.mustache" suffix(,)
0};
static const unsigned char file100[] = {
#embed "../../Pages/templates/account-email-sent.mustache" suffix(,)
0};
static const unsigned char file101[] = {
#embed "../../Pages/templates/account-email.mustache" suffix(,)
0};
static const unsigned char file102[] = {
#embed "../../Pages/templates/account-field-password-current.mustache" suffix(,)
0};
static const unsigned char file103[] = {
#embed "../../Pages/templates/account-field-password-new.mustache" suffix(,)
0};
static const unsigned char file104[] = {
#embed "../../Pages/templates/account-field-username.mustache" suffix(,)
0};
static const unsigned char file105[] = {
#embed "../../Pages/templates/account-name.mustache" suffix(,)
0};
static const unsigned char file106[] = {
#embed "../../Pages/templates/account-password.mustache" suffix(,)
0};
static const unsigned char file107[] = {
#embed "../../Pages/templates/account-recovery-codes-new.mustache" suffix(,)
0};
static const unsigned char file108[] = {
#embed "../../Pages/templates/account-recovery-codes.mustache" suffix(,)
0};
static const unsigned char file109[] = {
#embed "../../Pages/templates/account-second-factor-off.mustache" suffix(,)
0};
static const unsigned char file110[] = {
#embed "../../Pages/templates/account-second-factor.mustache" suffix(,)
0};
static const unsigned char file111[] = {
#embed "../../Pages/templates/account-sessions.mustache" suffix(,)
0};
static const unsigned char file112[] = {
#embed "../../Pages/templates/account.mustache" suffix(,)
0};
static const unsigned char file113[] = {
#embed "../../Pages/templates/activities.mustache" suffix(,)
0};
static const unsigned char file114[] = {
#embed "../../Pages/templates/activity.mustache" suffix(,)
0};
static const unsigned char file115[] = {
#embed "../../Pages/templates/appointment.mustache" suffix(,)
0};
static const unsigned char file116[] = {
#embed "../../Pages/templates/archive.mustache" suffix(,)
0};
static const unsigned char file117[] = {
#embed "../../Pages/templates/article.mustache" suffix(,)
0};
static const unsigned char file118[] = {
#embed "../../Pages/templates/articles.mustache" suffix(,)
0};
static const unsigned char file119[] = {
#embed "../../Pages/templates/badge.mustache" suffix(,)
0};
static const unsigned char file120[] = {
#embed "../../Pages/templates/beginning.mustache" suffix(,)
0};
static const unsigned char file121[] = {
#embed "../../Pages/templates/calendar.mustache" suffix(,)
0};
static const unsigned char file122[] = {
#embed "../../Pages/templates/child-edit.mustache" suffix(,)
0};
static const unsigned char file123[] = {
#embed "../../Pages/templates/child-head.mustache" suffix(,)
0};
static const unsigned char file124[] = {
#embed "../../Pages/templates/child-likely.mustache" suffix(,)
0};
static const unsigned char file125[] = {
#embed "../../Pages/templates/child-new.mustache" suffix(,)
0};
static const unsigned char file126[] = {
#embed "../../Pages/templates/child-waiting.mustache" suffix(,)
0};
static const unsigned char file127[] = {
#embed "../../Pages/templates/child.mustache" suffix(,)
0};
static const unsigned char file128[] = {
#embed "../../Pages/templates/children-table.mustache" suffix(,)
0};
static const unsigned char file129[] = {
#embed "../../Pages/templates/children.mustache" suffix(,)
0};
static const unsigned char file130[] = {
#embed "../../Pages/templates/consent-check.mustache" suffix(,)
0};
static const unsigned char file131[] = {
#embed "../../Pages/templates/consent-new.mustache" suffix(,)
0};
static const unsigned char file132[] = {
#embed "../../Pages/templates/consents.mustache" suffix(,)
0};
static const unsigned char file133[] = {
#embed "../../Pages/templates/converge.mustache" suffix(,)
0};
static const unsigned char file134[] = {
#embed "../../Pages/templates/directory.mustache" suffix(,)
0};
static const unsigned char file135[] = {
#embed "../../Pages/templates/discharge.mustache" suffix(,)
0};
static const unsigned char file136[] = {
#embed "../../Pages/templates/due-rule.mustache" suffix(,)
0};
static const unsigned char file137[] = {
#embed "../../Pages/templates/due-when.mustache" suffix(,)
0};
static const unsigned char file138[] = {
#embed "../../Pages/templates/error.mustache" suffix(,)
0};
static const unsigned char file139[] = {
#embed "../../Pages/templates/errors.mustache" suffix(,)
0};
static const unsigned char file140[] = {
#embed "../../Pages/templates/export.mustache" suffix(,)
0};
static const unsigned char file141[] = {
#embed "../../Pages/templates/family-invitation.mustache" suffix(,)
0};
static const unsigned char file142[] = {
#embed "../../Pages/templates/family-offer.mustache" suffix(,)
0};
static const unsigned char file143[] = {
#embed "../../Pages/templates/family.mustache" suffix(,)
0};
static const unsigned char file144[] = {
#embed "../../Pages/templates/field.mustache" suffix(,)
0};
static const unsigned char file145[] = {
#embed "../../Pages/templates/footer.mustache" suffix(,)
0};
static const unsigned char file146[] = {
#embed "../../Pages/templates/free.mustache" suffix(,)
0};
static const unsigned char file147[] = {
#embed "../../Pages/templates/freed.mustache" suffix(,)
0};
static const unsigned char file148[] = {
#embed "../../Pages/templates/goal-edit.mustache" suffix(,)
0};
static const unsigned char file149[] = {
#embed "../../Pages/templates/goal-leads.mustache" suffix(,)
0};
static const unsigned char file150[] = {
#embed "../../Pages/templates/goal-new.mustache" suffix(,)
0};
static const unsigned char file151[] = {
#embed "../../Pages/templates/goal-notes.mustache" suffix(,)
0};
static const unsigned char file152[] = {
#embed "../../Pages/templates/goal-plot.mustache" suffix(,)
0};
static const unsigned char file153[] = {
#embed "../../Pages/templates/goal-progress.mustache" suffix(,)
0};
static const unsigned char file154[] = {
#embed "../../Pages/templates/goal-rating.mustache" suffix(,)
0};
static const unsigned char file155[] = {
#embed "../../Pages/templates/goal-scale.mustache" suffix(,)
0};
static const unsigned char file156[] = {
#embed "../../Pages/templates/goal-start.mustache" suffix(,)
0};
static const unsigned char file157[] = {
#embed "../../Pages/templates/goal-steps.mustache" suffix(,)
0};
static const unsigned char file158[] = {
#embed "../../Pages/templates/goal.mustache" suffix(,)
0};
static const unsigned char file159[] = {
#embed "../../Pages/templates/guide-age.mustache" suffix(,)
0};
static const unsigned char file160[] = {
#embed "../../Pages/templates/guide-answer.mustache" suffix(,)
0};
static const unsigned char file161[] = {
#embed "../../Pages/templates/guide-check.mustache" suffix(,)
0};
static const unsigned char file162[] = {
#embed "../../Pages/templates/guide-letter.mustache" suffix(,)
0};
static const unsigned char file163[] = {
#embed "../../Pages/templates/guide-pick.mustache" suffix(,)
0};
static const unsigned char file164[] = {
#embed "../../Pages/templates/guide-question.mustache" suffix(,)
0};
static const unsigned char file165[] = {
#embed "../../Pages/templates/handoff.mustache" suffix(,)
0};
static const unsigned char file166[] = {
#embed "../../Pages/templates/handout.mustache" suffix(,)
0};
static const unsigned char file167[] = {
#embed "../../Pages/templates/header.mustache" suffix(,)
0};
static const unsigned char file168[] = {
#embed "../../Pages/templates/hero-art.mustache" suffix(,)
0};
static const unsigned char file169[] = {
#embed "../../Pages/templates/home-edit.mustache" suffix(,)
0};
static const unsigned char file170[] = {
#embed "../../Pages/templates/home-item.mustache" suffix(,)
0};
static const unsigned char file171[] = {
#embed "../../Pages/templates/home-move.mustache" suffix(,)
0};
static const unsigned char file172[] = {
#embed "../../Pages/templates/home-program.mustache" suffix(,)
0};
static const unsigned char file173[] = {
#embed "../../Pages/templates/home-settings.mustache" suffix(,)
0};
static const unsigned char file174[] = {
#embed "../../Pages/templates/home-ticks.mustache" suffix(,)
0};
static const unsigned char file175[] = {
#embed "../../Pages/templates/home-tries.mustache" suffix(,)
0};
static const unsigned char file176[] = {
#embed "../../Pages/templates/home.mustache" suffix(,)
0};
static const unsigned char file177[] = {
#embed "../../Pages/templates/homes.mustache" suffix(,)
0};
static const unsigned char file178[] = {
#embed "../../Pages/templates/hours-edit.mustache" suffix(,)
0};
static const unsigned char file179[] = {
#embed "../../Pages/templates/hours.mustache" suffix(,)
0};
static const unsigned char file180[] = {
#embed "../../Pages/templates/inquiries.mustache" suffix(,)
0};
static const unsigned char file181[] = {
#embed "../../Pages/templates/inquiry-own.mustache" suffix(,)
0};
static const unsigned char file182[] = {
#embed "../../Pages/templates/inquiry-sent.mustache" suffix(,)
0};
static const unsigned char file183[] = {
#embed "../../Pages/templates/inquiry-taking-on.mustache" suffix(,)
0};
static const unsigned char file184[] = {
#embed "../../Pages/templates/inquiry-write.mustache" suffix(,)
0};
static const unsigned char file185[] = {
#embed "../../Pages/templates/inquiry.mustache" suffix(,)
0};
static const unsigned char file186[] = {
#embed "../../Pages/templates/intake-print.mustache" suffix(,)
0};
static const unsigned char file187[] = {
#embed "../../Pages/templates/intake-section.mustache" suffix(,)
0};
static const unsigned char file188[] = {
#embed "../../Pages/templates/intake.mustache" suffix(,)
0};
static const unsigned char file189[] = {
#embed "../../Pages/templates/invitation.mustache" suffix(,)
0};
static const unsigned char file190[] = {
#embed "../../Pages/templates/joint.mustache" suffix(,)
0};
static const unsigned char file191[] = {
#embed "../../Pages/templates/key.mustache" suffix(,)
0};
static const unsigned char file192[] = {
#embed "../../Pages/templates/layout.mustache" suffix(,)
0};
static const unsigned char file193[] = {
#embed "../../Pages/templates/leaving.mustache" suffix(,)
0};
static const unsigned char file194[] = {
#embed "../../Pages/templates/library-areas.mustache" suffix(,)
0};
static const unsigned char file195[] = {
#embed "../../Pages/templates/listing-row.mustache" suffix(,)
0};
static const unsigned char file196[] = {
#embed "../../Pages/templates/listing.mustache" suffix(,)
0};
static const unsigned char file197[] = {
#embed "../../Pages/templates/logo.mustache" suffix(,)
0};
static const unsigned char file198[] = {
#embed "../../Pages/templates/looks.mustache" suffix(,)
0};
static const unsigned char file199[] = {
#embed "../../Pages/templates/mail-access-gained.mustache" suffix(,)
0};
static const unsigned char file200[] = {
#embed "../../Pages/templates/mail-due.mustache" suffix(,)
0};
static const unsigned char file201[] = {
#embed "../../Pages/templates/mail-email-changed.mustache" suffix(,)
0};
static const unsigned char file202[] = {
#embed "../../Pages/templates/mail-email.mustache" suffix(,)
0};
static const unsigned char file203[] = {
#embed "../../Pages/templates/mail-family-joined.mustache" suffix(,)
0};
static const unsigned char file204[] = {
#embed "../../Pages/templates/mail-home-waiting.mustache" suffix(,)
0};
static const unsigned char file205[] = {
#embed "../../Pages/templates/mail-inquiry-family.mustache" suffix(,)
0};
static const unsigned char file206[] = {
#embed "../../Pages/templates/mail-inquiry-practice.mustache" suffix(,)
0};
static const unsigned char file207[] = {
#embed "../../Pages/templates/mail-invitation-family.mustache" suffix(,)
0};
static const unsigned char file208[] = {
#embed "../../Pages/templates/mail-invitation.mustache" suffix(,)
0};
static const unsigned char file209[] = {
#embed "../../Pages/templates/mail-joint-answered.mustache" suffix(,)
0};
static const unsigned char file210[] = {
#embed "../../Pages/templates/mail-joint-proposed.mustache" suffix(,)
0};
static const unsigned char file211[] = {
#embed "../../Pages/templates/mail-password-changed.mustache" suffix(,)
0};
static const unsigned char file212[] = {
#embed "../../Pages/templates/mail-password.mustache" suffix(,)
0};
static const unsigned char file213[] = {
#embed "../../Pages/templates/mail-plan-waiting.mustache" suffix(,)
0};
static const unsigned char file214[] = {
#embed "../../Pages/templates/mail-referral-family.mustache" suffix(,)
0};
static const unsigned char file215[] = {
#embed "../../Pages/templates/mail-referral-link.mustache" suffix(,)
0};
static const unsigned char file216[] = {
#embed "../../Pages/templates/mail-referral.mustache" suffix(,)
0};
static const unsigned char file217[] = {
#embed "../../Pages/templates/mail-referrals-due.mustache" suffix(,)
0};
static const unsigned char file218[] = {
#embed "../../Pages/templates/mail-second-factor-off.mustache" suffix(,)
0};
static const unsigned char file219[] = {
#embed "../../Pages/templates/mail-second-factor-on.mustache" suffix(,)
0};
static const unsigned char file220[] = {
#embed "../../Pages/templates/mail-time-free.mustache" suffix(,)
0};
static const unsigned char file221[] = {
#embed "../../Pages/templates/mail-time-gone.mustache" suffix(,)
0};
static const unsigned char file222[] = {
#embed "../../Pages/templates/mail.mustache" suffix(,)
0};
static const unsigned char file223[] = {
#embed "../../Pages/templates/mark-ot.mustache" suffix(,)
0};
static const unsigned char file224[] = {
#embed "../../Pages/templates/mark-pt.mustache" suffix(,)
0};
static const unsigned char file225[] = {
#embed "../../Pages/templates/measure-choose.mustache" suffix(,)
0};
static const unsigned char file226[] = {
#embed "../../Pages/templates/measure-new.mustache" suffix(,)
0};
static const unsigned char file227[] = {
#embed "../../Pages/templates/measures.mustache" suffix(,)
0};
static const unsigned char file228[] = {
#embed "../../Pages/templates/member.mustache" suffix(,)
0};
static const unsigned char file229[] = {
#embed "../../Pages/templates/merge-search.mustache" suffix(,)
0};
static const unsigned char file230[] = {
#embed "../../Pages/templates/merge.mustache" suffix(,)
0};
static const unsigned char file231[] = {
#embed "../../Pages/templates/not-found.mustache" suffix(,)
0};
static const unsigned char file232[] = {
#embed "../../Pages/templates/note-edit.mustache" suffix(,)
0};
static const unsigned char file233[] = {
#embed "../../Pages/templates/note-handoff.mustache" suffix(,)
0};
static const unsigned char file234[] = {
#embed "../../Pages/templates/note-versions.mustache" suffix(,)
0};
static const unsigned char file235[] = {
#embed "../../Pages/templates/note.mustache" suffix(,)
0};
static const unsigned char file236[] = {
#embed "../../Pages/templates/numbers.mustache" suffix(,)
0};
static const unsigned char file237[] = {
#embed "../../Pages/templates/offer.mustache" suffix(,)
0};
static const unsigned char file238[] = {
#embed "../../Pages/templates/openings.mustache" suffix(,)
0};
static const unsigned char file239[] = {
#embed "../../Pages/templates/paper-discharge.mustache" suffix(,)
0};
static const unsigned char file240[] = {
#embed "../../Pages/templates/paper-plan-of-care.mustache" suffix(,)
0};
static const unsigned char file241[] = {
#embed "../../Pages/templates/paper-summary.mustache" suffix(,)
0};
static const unsigned char file242[] = {
#embed "../../Pages/templates/paper.mustache" suffix(,)
0};
static const unsigned char file243[] = {
#embed "../../Pages/templates/papers.mustache" suffix(,)
0};
static const unsigned char file244[] = {
#embed "../../Pages/templates/partner-find.mustache" suffix(,)
0};
static const unsigned char file245[] = {
#embed "../../Pages/templates/partner-near.mustache" suffix(,)
0};
static const unsigned char file246[] = {
#embed "../../Pages/templates/partner-row.mustache" suffix(,)
0};
static const unsigned char file247[] = {
#embed "../../Pages/templates/partner.mustache" suffix(,)
0};
static const unsigned char file248[] = {
#embed "../../Pages/templates/partners.mustache" suffix(,)
0};
static const unsigned char file249[] = {
#embed "../../Pages/templates/password-forgotten.mustache" suffix(,)
0};
static const unsigned char file250[] = {
#embed "../../Pages/templates/password-new.mustache" suffix(,)
0};
static const unsigned char file251[] = {
#embed "../../Pages/templates/password-sent.mustache" suffix(,)
0};
static const unsigned char file252[] = {
#embed "../../Pages/templates/people-invitation.mustache" suffix(,)
0};
static const unsigned char file253[] = {
#embed "../../Pages/templates/people.mustache" suffix(,)
0};
static const unsigned char file254[] = {
#embed "../../Pages/templates/plan-alerts.mustache" suffix(,)
0};
static const unsigned char file255[] = {
#embed "../../Pages/templates/plan-family.mustache" suffix(,)
0};
static const unsigned char file256[] = {
#embed "../../Pages/templates/plan-goal.mustache" suffix(,)
0};
static const unsigned char file257[] = {
#embed "../../Pages/templates/plan-news.mustache" suffix(,)
0};
static const unsigned char file258[] = {
#embed "../../Pages/templates/plan-of-care-edit.mustache" suffix(,)
0};
static const unsigned char file259[] = {
#embed "../../Pages/templates/plan-of-care-papers.mustache" suffix(,)
0};
static const unsigned char file260[] = {
#embed "../../Pages/templates/plan-of-care-sign.mustache" suffix(,)
0};
static const unsigned char file261[] = {
#embed "../../Pages/templates/plan-of-care.mustache" suffix(,)
0};
static const unsigned char file262[] = {
#embed "../../Pages/templates/plan-referrals.mustache" suffix(,)
0};
static const unsigned char file263[] = {
#embed "../../Pages/templates/plan-todo.mustache" suffix(,)
0};
static const unsigned char file264[] = {
#embed "../../Pages/templates/plan.mustache" suffix(,)
0};
static const unsigned char file265[] = {
#embed "../../Pages/templates/planned-visit.mustache" suffix(,)
0};
static const unsigned char file266[] = {
#embed "../../Pages/templates/plot.mustache" suffix(,)
0};
static const unsigned char file267[] = {
#embed "../../Pages/templates/practice-due.mustache" suffix(,)
0};
static const unsigned char file268[] = {
#embed "../../Pages/templates/practice-home.mustache" suffix(,)
0};
static const unsigned char file269[] = {
#embed "../../Pages/templates/practice-listing.mustache" suffix(,)
0};
static const unsigned char file270[] = {
#embed "../../Pages/templates/practice-listings.mustache" suffix(,)
0};
static const unsigned char file271[] = {
#embed "../../Pages/templates/practice-settings.mustache" suffix(,)
0};
static const unsigned char file272[] = {
#embed "../../Pages/templates/privacy.mustache" suffix(,)
0};
static const unsigned char file273[] = {
#embed "../../Pages/templates/progress.mustache" suffix(,)
0};
static const unsigned char file274[] = {
#embed "../../Pages/templates/provenance.mustache" suffix(,)
0};
static const unsigned char file275[] = {
#embed "../../Pages/templates/record.mustache" suffix(,)
0};
static const unsigned char file276[] = {
#embed "../../Pages/templates/referral-board.mustache" suffix(,)
0};
static const unsigned char file277[] = {
#embed "../../Pages/templates/referral-clock.mustache" suffix(,)
0};
static const unsigned char file278[] = {
#embed "../../Pages/templates/referral-cover.mustache" suffix(,)
0};
static const unsigned char file279[] = {
#embed "../../Pages/templates/referral-edit.mustache" suffix(,)
0};
static const unsigned char file280[] = {
#embed "../../Pages/templates/referral-family.mustache" suffix(,)
0};
static const unsigned char file281[] = {
#embed "../../Pages/templates/referral-key.mustache" suffix(,)
0};
static const unsigned char file282[] = {
#embed "../../Pages/templates/referral-link-code.mustache" suffix(,)
0};
static const unsigned char file283[] = {
#embed "../../Pages/templates/referral-link-dead.mustache" suffix(,)
0};
static const unsigned char file284[] = {
#embed "../../Pages/templates/referral-link.mustache" suffix(,)
0};
static const unsigned char file285[] = {
#embed "../../Pages/templates/referral-messages.mustache" suffix(,)
0};
static const unsigned char file286[] = {
#embed "../../Pages/templates/referral-moves.mustache" suffix(,)
0};
static const unsigned char file287[] = {
#embed "../../Pages/templates/referral-new.mustache" suffix(,)
0};
static const unsigned char file288[] = {
#embed "../../Pages/templates/referral-parts.mustache" suffix(,)
0};
static const unsigned char file289[] = {
#embed "../../Pages/templates/referral-status.mustache" suffix(,)
0};
static const unsigned char file290[] = {
#embed "../../Pages/templates/referral-steps.mustache" suffix(,)
0};
static const unsigned char file291[] = {
#embed "../../Pages/templates/referral.mustache" suffix(,)
0};
static const unsigned char file292[] = {
#embed "../../Pages/templates/referrals.mustache" suffix(,)
0};
static const unsigned char file293[] = {
#embed "../../Pages/templates/review.mustache" suffix(,)
0};
static const unsigned char file294[] = {
#embed "../../Pages/templates/routine-icon.mustache" suffix(,)
0};
static const unsigned char file295[] = {
#embed "../../Pages/templates/schedule-line.mustache" suffix(,)
0};
static const unsigned char file296[] = {
#embed "../../Pages/templates/schedule.mustache" suffix(,)
0};
static const unsigned char file297[] = {
#embed "../../Pages/templates/search-form.mustache" suffix(,)
0};
static const unsigned char file298[] = {
#embed "../../Pages/templates/search.mustache" suffix(,)
0};
static const unsigned char file299[] = {
#embed "../../Pages/templates/sign-both.mustache" suffix(,)
0};
static const unsigned char file300[] = {
#embed "../../Pages/templates/sign-in-code.mustache" suffix(,)
0};
static const unsigned char file301[] = {
#embed "../../Pages/templates/sign-in-dead-link.mustache" suffix(,)
0};
static const unsigned char file302[] = {
#embed "../../Pages/templates/sign-in.mustache" suffix(,)
0};
static const unsigned char file303[] = {
#embed "../../Pages/templates/sign.mustache" suffix(,)
0};
static const unsigned char file304[] = {
#embed "../../Pages/templates/skill.mustache" suffix(,)
0};
static const unsigned char file305[] = {
#embed "../../Pages/templates/skills.mustache" suffix(,)
0};
static const unsigned char file306[] = {
#embed "../../Pages/templates/sport.mustache" suffix(,)
0};
static const unsigned char file307[] = {
#embed "../../Pages/templates/sports.mustache" suffix(,)
0};
static const unsigned char file308[] = {
#embed "../../Pages/templates/state.mustache" suffix(,)
0};
static const unsigned char file309[] = {
#embed "../../Pages/templates/steps-buttons.mustache" suffix(,)
0};
static const unsigned char file310[] = {
#embed "../../Pages/templates/summary.mustache" suffix(,)
0};
static const unsigned char file311[] = {
#embed "../../Pages/templates/tabs-more.mustache" suffix(,)
0};
static const unsigned char file312[] = {
#embed "../../Pages/templates/tabs.mustache" suffix(,)
0};
static const unsigned char file313[] = {
#embed "../../Pages/templates/team.mustache" suffix(,)
0};
static const unsigned char file314[] = {
#embed "../../Pages/templates/theirs.mustache" suffix(,)
0};
static const unsigned char file315[] = {
#embed "../../Pages/templates/timeline.mustache" suffix(,)
0};
static const unsigned char file316[] = {
#embed "../../Pages/templates/today-cards.mustache" suffix(,)
0};
static const unsigned char file317[] = {
#embed "../../Pages/templates/today.mustache" suffix(,)
0};
static const unsigned char file318[] = {
#embed "../../Pages/templates/track.mustache" suffix(,)
0};
static const unsigned char file319[] = {
#embed "../../Pages/templates/urgent.mustache" suffix(,)
0};
static const unsigned char file320[] = {
#embed "../../Pages/templates/visits.mustache" suffix(,)
0};
static const unsigned char file321[] = {
#embed "../../Pages/templates/waiting-entry.mustache" suffix(,)
0};
static const unsigned char file322[] = {
#embed "../../Pages/templates/waiting.mustache" suffix(,)
0};
static const unsigned char file323[] = {
#embed "../../Pages/templates/week-address.mustache" suffix(,)
0};
static const unsigned char file324[] = {
#embed "../../Pages/templates/week.mustache" suffix(,)
0};
static const unsigned char file325[] = {
#embed "../../Pages/templates/words-field.mustache" suffix(,)
0};
static const unsigned char file326[] = {
#embed "../../Pages/templates/work-layout.mustache" suffix(,)
0};
static const unsigned char file327[] = {
#embed "../../Places/us_zip_centroids.csv" suffix(,)
0};
static const unsigned char file328[] = {
#embed "../../Rules/access.txt" suffix(,)
0};
static const unsigned char file329[] = {
#embed "../../Rules/common-passwords.txt" suffix(,)
0};
static const unsigned char file330[] = {
#embed "../../Rules/home-advice.txt" suffix(,)
0};
static const unsigned char file331[] = {
#embed "../../Rules/measures.txt" suffix(,)
0};
static const unsigned char file332[] = {
#embed "../../Rules/payers.txt" suffix(,)
0};
static const unsigned char file333[] = {
#embed "../../Rules/referral-states.txt" suffix(,)
0};
static const unsigned char file334[] = {
#embed "../../Rules/return-to-sport.txt" suffix(,)
0};
static const unsigned char file335[] = {
#embed "../../Rules/routines.txt" suffix(,)
0};
static const unsigned char file336[] = {
#embed "../../Rules/taxonomies.txt" suffix(,)
0};

static const TandemAsset assets[] = {
    {"Catalog/activities/adapted-daily-life.yaml", file0, sizeof file0 - 1},
    {"Catalog/activities/adapted-dressing.yaml", file1, sizeof file1 - 1},
    {"Catalog/activities/adapted-moving.yaml", file2, sizeof file2 - 1},
    {"Catalog/activities/bladder-and-breathing.yaml", file3, sizeof file3 - 1},
    {"Catalog/activities/care-babies.yaml", file4, sizeof file4 - 1},
    {"Catalog/activities/community-babies.yaml", file5, sizeof file5 - 1},
    {"Catalog/activities/community-preschool.yaml", file6, sizeof file6 - 1},
    {"Catalog/activities/dressing-preschool.yaml", file7, sizeof file7 - 1},
    {"Catalog/activities/dressing-school-age.yaml", file8, sizeof file8 - 1},
    {"Catalog/activities/dressing-toddlers.yaml", file9, sizeof file9 - 1},
    {"Catalog/activities/eating-babies.yaml", file10, sizeof file10 - 1},
    {"Catalog/activities/eating-preschool.yaml", file11, sizeof file11 - 1},
    {"Catalog/activities/eating-school-age.yaml", file12, sizeof file12 - 1},
    {"Catalog/activities/eating-toddlers.yaml", file13, sizeof file13 - 1},
    {"Catalog/activities/home-school-age.yaml", file14, sizeof file14 - 1},
    {"Catalog/activities/moving-babies.yaml", file15, sizeof file15 - 1},
    {"Catalog/activities/moving-preschool.yaml", file16, sizeof file16 - 1},
    {"Catalog/activities/moving-school-age.yaml", file17, sizeof file17 - 1},
    {"Catalog/activities/moving-toddlers.yaml", file18, sizeof file18 - 1},
    {"Catalog/activities/play-babies.yaml", file19, sizeof file19 - 1},
    {"Catalog/activities/play-preschool.yaml", file20, sizeof file20 - 1},
    {"Catalog/activities/play-toddlers.yaml", file21, sizeof file21 - 1},
    {"Catalog/activities/school-day.yaml", file22, sizeof file22 - 1},
    {"Catalog/activities/school-preschool.yaml", file23, sizeof file23 - 1},
    {"Catalog/activities/school-writing.yaml", file24, sizeof file24 - 1},
    {"Catalog/activities/self-care-school-age.yaml", file25, sizeof file25 - 1},
    {"Catalog/activities/sleep-adapted.yaml", file26, sizeof file26 - 1},
    {"Catalog/activities/sleep-babies.yaml", file27, sizeof file27 - 1},
    {"Catalog/activities/sleep-preschool.yaml", file28, sizeof file28 - 1},
    {"Catalog/activities/sport-return.yaml", file29, sizeof file29 - 1},
    {"Catalog/activities/sport-school-age.yaml", file30, sizeof file30 - 1},
    {"Catalog/activities/teens-daily-life.yaml", file31, sizeof file31 - 1},
    {"Catalog/activities/washing-preschool.yaml", file32, sizeof file32 - 1},
    {"Catalog/activities/washing-toddlers.yaml", file33, sizeof file33 - 1},
    {"Catalog/conditions/babies.yaml", file34, sizeof file34 - 1},
    {"Catalog/conditions/bones-and-joints.yaml", file35, sizeof file35 - 1},
    {"Catalog/conditions/brain-and-nerves.yaml", file36, sizeof file36 - 1},
    {"Catalog/conditions/development.yaml", file37, sizeof file37 - 1},
    {"Catalog/conditions/hands-and-arms.yaml", file38, sizeof file38 - 1},
    {"Catalog/conditions/injury-and-sport.yaml", file39, sizeof file39 - 1},
    {"Catalog/conditions/muscles-and-genes.yaml", file40, sizeof file40 - 1},
    {"Catalog/conditions/patterns.yaml", file41, sizeof file41 - 1},
    {"Catalog/elsewhere/elsewhere.yaml", file42, sizeof file42 - 1},
    {"Catalog/language/common-words.txt", file43, sizeof file43 - 1},
    {"Catalog/language/cues.yaml", file44, sizeof file44 - 1},
    {"Catalog/language/findings.yaml", file45, sizeof file45 - 1},
    {"Catalog/language/irregular.yaml", file46, sizeof file46 - 1},
    {"Catalog/language/small.yaml", file47, sizeof file47 - 1},
    {"Catalog/language/words.yaml", file48, sizeof file48 - 1},
    {"Catalog/milestones/gross-motor.yaml", file49, sizeof file49 - 1},
    {"Catalog/milestones/hands.yaml", file50, sizeof file50 - 1},
    {"Catalog/milestones/play.yaml", file51, sizeof file51 - 1},
    {"Catalog/milestones/self-care.yaml", file52, sizeof file52 - 1},
    {"Catalog/red-flags/emergency.yaml", file53, sizeof file53 - 1},
    {"Catalog/red-flags/soon.yaml", file54, sizeof file54 - 1},
    {"Catalog/red-flags/today.yaml", file55, sizeof file55 - 1},
    {"Catalog/skills/baby-moves.yaml", file56, sizeof file56 - 1},
    {"Catalog/skills/balance-and-core.yaml", file57, sizeof file57 - 1},
    {"Catalog/skills/both-arms-and-body.yaml", file58, sizeof file58 - 1},
    {"Catalog/skills/both-coordination.yaml", file59, sizeof file59 - 1},
    {"Catalog/skills/dressing-hands.yaml", file60, sizeof file60 - 1},
    {"Catalog/skills/everyday-mind.yaml", file61, sizeof file61 - 1},
    {"Catalog/skills/getting-about.yaml", file62, sizeof file62 - 1},
    {"Catalog/skills/hands.yaml", file63, sizeof file63 - 1},
    {"Catalog/skills/senses.yaml", file64, sizeof file64 - 1},
    {"Catalog/skills/strength-and-stretch.yaml", file65, sizeof file65 - 1},
    {"Catalog/skills/tools-and-writing.yaml", file66, sizeof file66 - 1},
    {"Catalog/skills/walking-and-running.yaml", file67, sizeof file67 - 1},
    {"Catalog/sources.yaml", file68, sizeof file68 - 1},
    {"Catalog/spanish/baby-moves.yaml", file69, sizeof file69 - 1},
    {"Catalog/spanish/balance-and-core.yaml", file70, sizeof file70 - 1},
    {"Catalog/spanish/both-arms-and-body.yaml", file71, sizeof file71 - 1},
    {"Catalog/spanish/both-coordination.yaml", file72, sizeof file72 - 1},
    {"Catalog/spanish/dressing-hands.yaml", file73, sizeof file73 - 1},
    {"Catalog/spanish/everyday-mind.yaml", file74, sizeof file74 - 1},
    {"Catalog/spanish/getting-about.yaml", file75, sizeof file75 - 1},
    {"Catalog/spanish/hands.yaml", file76, sizeof file76 - 1},
    {"Catalog/spanish/senses.yaml", file77, sizeof file77 - 1},
    {"Catalog/spanish/strength-and-stretch.yaml", file78, sizeof file78 - 1},
    {"Catalog/spanish/tools-and-writing.yaml", file79, sizeof file79 - 1},
    {"Catalog/spanish/walking-and-running.yaml", file80, sizeof file80 - 1},
    {"Migrations/0001-people.sql", file81, sizeof file81 - 1},
    {"Migrations/0002-trust.sql", file82, sizeof file82 - 1},
    {"Migrations/0003-plan.sql", file83, sizeof file83 - 1},
    {"Migrations/0004-directory.sql", file84, sizeof file84 - 1},
    {"Migrations/0005-referral.sql", file85, sizeof file85 - 1},
    {"Migrations/0006-time.sql", file86, sizeof file86 - 1},
    {"Migrations/0007-inquiry.sql", file87, sizeof file87 - 1},
    {"Migrations/0008-waiting.sql", file88, sizeof file88 - 1},
    {"Pages/articles/children-are-not-small-adults.md", file89, sizeof file89 - 1},
    {"Pages/articles/pt-and-ot.md", file90, sizeof file90 - 1},
    {"Pages/articles/when-to-see-a-pediatric-pt.md", file91, sizeof file91 - 1},
    {"Pages/assets/favicon.svg", file92, sizeof file92 - 1},
    {"Pages/assets/tandem.css", file93, sizeof file93 - 1},
    {"Pages/assets/tandem.js", file94, sizeof file94 - 1},
    {"Pages/assets/workspace.css", file95, sizeof file95 - 1},
    {"Pages/handout.txt", file96, sizeof file96 - 1},
    {"Pages/intake.txt", file97, sizeof file97 - 1},
    {"Pages/templates/account-email-changed.mustache", file98, sizeof file98 - 1},
    {"Pages/templates/account-email-confirm.mustache", file99, sizeof file99 - 1},
    {"Pages/templates/account-email-sent.mustache", file100, sizeof file100 - 1},
    {"Pages/templates/account-email.mustache", file101, sizeof file101 - 1},
    {"Pages/templates/account-field-password-current.mustache", file102, sizeof file102 - 1},
    {"Pages/templates/account-field-password-new.mustache", file103, sizeof file103 - 1},
    {"Pages/templates/account-field-username.mustache", file104, sizeof file104 - 1},
    {"Pages/templates/account-name.mustache", file105, sizeof file105 - 1},
    {"Pages/templates/account-password.mustache", file106, sizeof file106 - 1},
    {"Pages/templates/account-recovery-codes-new.mustache", file107, sizeof file107 - 1},
    {"Pages/templates/account-recovery-codes.mustache", file108, sizeof file108 - 1},
    {"Pages/templates/account-second-factor-off.mustache", file109, sizeof file109 - 1},
    {"Pages/templates/account-second-factor.mustache", file110, sizeof file110 - 1},
    {"Pages/templates/account-sessions.mustache", file111, sizeof file111 - 1},
    {"Pages/templates/account.mustache", file112, sizeof file112 - 1},
    {"Pages/templates/activities.mustache", file113, sizeof file113 - 1},
    {"Pages/templates/activity.mustache", file114, sizeof file114 - 1},
    {"Pages/templates/appointment.mustache", file115, sizeof file115 - 1},
    {"Pages/templates/archive.mustache", file116, sizeof file116 - 1},
    {"Pages/templates/article.mustache", file117, sizeof file117 - 1},
    {"Pages/templates/articles.mustache", file118, sizeof file118 - 1},
    {"Pages/templates/badge.mustache", file119, sizeof file119 - 1},
    {"Pages/templates/beginning.mustache", file120, sizeof file120 - 1},
    {"Pages/templates/calendar.mustache", file121, sizeof file121 - 1},
    {"Pages/templates/child-edit.mustache", file122, sizeof file122 - 1},
    {"Pages/templates/child-head.mustache", file123, sizeof file123 - 1},
    {"Pages/templates/child-likely.mustache", file124, sizeof file124 - 1},
    {"Pages/templates/child-new.mustache", file125, sizeof file125 - 1},
    {"Pages/templates/child-waiting.mustache", file126, sizeof file126 - 1},
    {"Pages/templates/child.mustache", file127, sizeof file127 - 1},
    {"Pages/templates/children-table.mustache", file128, sizeof file128 - 1},
    {"Pages/templates/children.mustache", file129, sizeof file129 - 1},
    {"Pages/templates/consent-check.mustache", file130, sizeof file130 - 1},
    {"Pages/templates/consent-new.mustache", file131, sizeof file131 - 1},
    {"Pages/templates/consents.mustache", file132, sizeof file132 - 1},
    {"Pages/templates/converge.mustache", file133, sizeof file133 - 1},
    {"Pages/templates/directory.mustache", file134, sizeof file134 - 1},
    {"Pages/templates/discharge.mustache", file135, sizeof file135 - 1},
    {"Pages/templates/due-rule.mustache", file136, sizeof file136 - 1},
    {"Pages/templates/due-when.mustache", file137, sizeof file137 - 1},
    {"Pages/templates/error.mustache", file138, sizeof file138 - 1},
    {"Pages/templates/errors.mustache", file139, sizeof file139 - 1},
    {"Pages/templates/export.mustache", file140, sizeof file140 - 1},
    {"Pages/templates/family-invitation.mustache", file141, sizeof file141 - 1},
    {"Pages/templates/family-offer.mustache", file142, sizeof file142 - 1},
    {"Pages/templates/family.mustache", file143, sizeof file143 - 1},
    {"Pages/templates/field.mustache", file144, sizeof file144 - 1},
    {"Pages/templates/footer.mustache", file145, sizeof file145 - 1},
    {"Pages/templates/free.mustache", file146, sizeof file146 - 1},
    {"Pages/templates/freed.mustache", file147, sizeof file147 - 1},
    {"Pages/templates/goal-edit.mustache", file148, sizeof file148 - 1},
    {"Pages/templates/goal-leads.mustache", file149, sizeof file149 - 1},
    {"Pages/templates/goal-new.mustache", file150, sizeof file150 - 1},
    {"Pages/templates/goal-notes.mustache", file151, sizeof file151 - 1},
    {"Pages/templates/goal-plot.mustache", file152, sizeof file152 - 1},
    {"Pages/templates/goal-progress.mustache", file153, sizeof file153 - 1},
    {"Pages/templates/goal-rating.mustache", file154, sizeof file154 - 1},
    {"Pages/templates/goal-scale.mustache", file155, sizeof file155 - 1},
    {"Pages/templates/goal-start.mustache", file156, sizeof file156 - 1},
    {"Pages/templates/goal-steps.mustache", file157, sizeof file157 - 1},
    {"Pages/templates/goal.mustache", file158, sizeof file158 - 1},
    {"Pages/templates/guide-age.mustache", file159, sizeof file159 - 1},
    {"Pages/templates/guide-answer.mustache", file160, sizeof file160 - 1},
    {"Pages/templates/guide-check.mustache", file161, sizeof file161 - 1},
    {"Pages/templates/guide-letter.mustache", file162, sizeof file162 - 1},
    {"Pages/templates/guide-pick.mustache", file163, sizeof file163 - 1},
    {"Pages/templates/guide-question.mustache", file164, sizeof file164 - 1},
    {"Pages/templates/handoff.mustache", file165, sizeof file165 - 1},
    {"Pages/templates/handout.mustache", file166, sizeof file166 - 1},
    {"Pages/templates/header.mustache", file167, sizeof file167 - 1},
    {"Pages/templates/hero-art.mustache", file168, sizeof file168 - 1},
    {"Pages/templates/home-edit.mustache", file169, sizeof file169 - 1},
    {"Pages/templates/home-item.mustache", file170, sizeof file170 - 1},
    {"Pages/templates/home-move.mustache", file171, sizeof file171 - 1},
    {"Pages/templates/home-program.mustache", file172, sizeof file172 - 1},
    {"Pages/templates/home-settings.mustache", file173, sizeof file173 - 1},
    {"Pages/templates/home-ticks.mustache", file174, sizeof file174 - 1},
    {"Pages/templates/home-tries.mustache", file175, sizeof file175 - 1},
    {"Pages/templates/home.mustache", file176, sizeof file176 - 1},
    {"Pages/templates/homes.mustache", file177, sizeof file177 - 1},
    {"Pages/templates/hours-edit.mustache", file178, sizeof file178 - 1},
    {"Pages/templates/hours.mustache", file179, sizeof file179 - 1},
    {"Pages/templates/inquiries.mustache", file180, sizeof file180 - 1},
    {"Pages/templates/inquiry-own.mustache", file181, sizeof file181 - 1},
    {"Pages/templates/inquiry-sent.mustache", file182, sizeof file182 - 1},
    {"Pages/templates/inquiry-taking-on.mustache", file183, sizeof file183 - 1},
    {"Pages/templates/inquiry-write.mustache", file184, sizeof file184 - 1},
    {"Pages/templates/inquiry.mustache", file185, sizeof file185 - 1},
    {"Pages/templates/intake-print.mustache", file186, sizeof file186 - 1},
    {"Pages/templates/intake-section.mustache", file187, sizeof file187 - 1},
    {"Pages/templates/intake.mustache", file188, sizeof file188 - 1},
    {"Pages/templates/invitation.mustache", file189, sizeof file189 - 1},
    {"Pages/templates/joint.mustache", file190, sizeof file190 - 1},
    {"Pages/templates/key.mustache", file191, sizeof file191 - 1},
    {"Pages/templates/layout.mustache", file192, sizeof file192 - 1},
    {"Pages/templates/leaving.mustache", file193, sizeof file193 - 1},
    {"Pages/templates/library-areas.mustache", file194, sizeof file194 - 1},
    {"Pages/templates/listing-row.mustache", file195, sizeof file195 - 1},
    {"Pages/templates/listing.mustache", file196, sizeof file196 - 1},
    {"Pages/templates/logo.mustache", file197, sizeof file197 - 1},
    {"Pages/templates/looks.mustache", file198, sizeof file198 - 1},
    {"Pages/templates/mail-access-gained.mustache", file199, sizeof file199 - 1},
    {"Pages/templates/mail-due.mustache", file200, sizeof file200 - 1},
    {"Pages/templates/mail-email-changed.mustache", file201, sizeof file201 - 1},
    {"Pages/templates/mail-email.mustache", file202, sizeof file202 - 1},
    {"Pages/templates/mail-family-joined.mustache", file203, sizeof file203 - 1},
    {"Pages/templates/mail-home-waiting.mustache", file204, sizeof file204 - 1},
    {"Pages/templates/mail-inquiry-family.mustache", file205, sizeof file205 - 1},
    {"Pages/templates/mail-inquiry-practice.mustache", file206, sizeof file206 - 1},
    {"Pages/templates/mail-invitation-family.mustache", file207, sizeof file207 - 1},
    {"Pages/templates/mail-invitation.mustache", file208, sizeof file208 - 1},
    {"Pages/templates/mail-joint-answered.mustache", file209, sizeof file209 - 1},
    {"Pages/templates/mail-joint-proposed.mustache", file210, sizeof file210 - 1},
    {"Pages/templates/mail-password-changed.mustache", file211, sizeof file211 - 1},
    {"Pages/templates/mail-password.mustache", file212, sizeof file212 - 1},
    {"Pages/templates/mail-plan-waiting.mustache", file213, sizeof file213 - 1},
    {"Pages/templates/mail-referral-family.mustache", file214, sizeof file214 - 1},
    {"Pages/templates/mail-referral-link.mustache", file215, sizeof file215 - 1},
    {"Pages/templates/mail-referral.mustache", file216, sizeof file216 - 1},
    {"Pages/templates/mail-referrals-due.mustache", file217, sizeof file217 - 1},
    {"Pages/templates/mail-second-factor-off.mustache", file218, sizeof file218 - 1},
    {"Pages/templates/mail-second-factor-on.mustache", file219, sizeof file219 - 1},
    {"Pages/templates/mail-time-free.mustache", file220, sizeof file220 - 1},
    {"Pages/templates/mail-time-gone.mustache", file221, sizeof file221 - 1},
    {"Pages/templates/mail.mustache", file222, sizeof file222 - 1},
    {"Pages/templates/mark-ot.mustache", file223, sizeof file223 - 1},
    {"Pages/templates/mark-pt.mustache", file224, sizeof file224 - 1},
    {"Pages/templates/measure-choose.mustache", file225, sizeof file225 - 1},
    {"Pages/templates/measure-new.mustache", file226, sizeof file226 - 1},
    {"Pages/templates/measures.mustache", file227, sizeof file227 - 1},
    {"Pages/templates/member.mustache", file228, sizeof file228 - 1},
    {"Pages/templates/merge-search.mustache", file229, sizeof file229 - 1},
    {"Pages/templates/merge.mustache", file230, sizeof file230 - 1},
    {"Pages/templates/not-found.mustache", file231, sizeof file231 - 1},
    {"Pages/templates/note-edit.mustache", file232, sizeof file232 - 1},
    {"Pages/templates/note-handoff.mustache", file233, sizeof file233 - 1},
    {"Pages/templates/note-versions.mustache", file234, sizeof file234 - 1},
    {"Pages/templates/note.mustache", file235, sizeof file235 - 1},
    {"Pages/templates/numbers.mustache", file236, sizeof file236 - 1},
    {"Pages/templates/offer.mustache", file237, sizeof file237 - 1},
    {"Pages/templates/openings.mustache", file238, sizeof file238 - 1},
    {"Pages/templates/paper-discharge.mustache", file239, sizeof file239 - 1},
    {"Pages/templates/paper-plan-of-care.mustache", file240, sizeof file240 - 1},
    {"Pages/templates/paper-summary.mustache", file241, sizeof file241 - 1},
    {"Pages/templates/paper.mustache", file242, sizeof file242 - 1},
    {"Pages/templates/papers.mustache", file243, sizeof file243 - 1},
    {"Pages/templates/partner-find.mustache", file244, sizeof file244 - 1},
    {"Pages/templates/partner-near.mustache", file245, sizeof file245 - 1},
    {"Pages/templates/partner-row.mustache", file246, sizeof file246 - 1},
    {"Pages/templates/partner.mustache", file247, sizeof file247 - 1},
    {"Pages/templates/partners.mustache", file248, sizeof file248 - 1},
    {"Pages/templates/password-forgotten.mustache", file249, sizeof file249 - 1},
    {"Pages/templates/password-new.mustache", file250, sizeof file250 - 1},
    {"Pages/templates/password-sent.mustache", file251, sizeof file251 - 1},
    {"Pages/templates/people-invitation.mustache", file252, sizeof file252 - 1},
    {"Pages/templates/people.mustache", file253, sizeof file253 - 1},
    {"Pages/templates/plan-alerts.mustache", file254, sizeof file254 - 1},
    {"Pages/templates/plan-family.mustache", file255, sizeof file255 - 1},
    {"Pages/templates/plan-goal.mustache", file256, sizeof file256 - 1},
    {"Pages/templates/plan-news.mustache", file257, sizeof file257 - 1},
    {"Pages/templates/plan-of-care-edit.mustache", file258, sizeof file258 - 1},
    {"Pages/templates/plan-of-care-papers.mustache", file259, sizeof file259 - 1},
    {"Pages/templates/plan-of-care-sign.mustache", file260, sizeof file260 - 1},
    {"Pages/templates/plan-of-care.mustache", file261, sizeof file261 - 1},
    {"Pages/templates/plan-referrals.mustache", file262, sizeof file262 - 1},
    {"Pages/templates/plan-todo.mustache", file263, sizeof file263 - 1},
    {"Pages/templates/plan.mustache", file264, sizeof file264 - 1},
    {"Pages/templates/planned-visit.mustache", file265, sizeof file265 - 1},
    {"Pages/templates/plot.mustache", file266, sizeof file266 - 1},
    {"Pages/templates/practice-due.mustache", file267, sizeof file267 - 1},
    {"Pages/templates/practice-home.mustache", file268, sizeof file268 - 1},
    {"Pages/templates/practice-listing.mustache", file269, sizeof file269 - 1},
    {"Pages/templates/practice-listings.mustache", file270, sizeof file270 - 1},
    {"Pages/templates/practice-settings.mustache", file271, sizeof file271 - 1},
    {"Pages/templates/privacy.mustache", file272, sizeof file272 - 1},
    {"Pages/templates/progress.mustache", file273, sizeof file273 - 1},
    {"Pages/templates/provenance.mustache", file274, sizeof file274 - 1},
    {"Pages/templates/record.mustache", file275, sizeof file275 - 1},
    {"Pages/templates/referral-board.mustache", file276, sizeof file276 - 1},
    {"Pages/templates/referral-clock.mustache", file277, sizeof file277 - 1},
    {"Pages/templates/referral-cover.mustache", file278, sizeof file278 - 1},
    {"Pages/templates/referral-edit.mustache", file279, sizeof file279 - 1},
    {"Pages/templates/referral-family.mustache", file280, sizeof file280 - 1},
    {"Pages/templates/referral-key.mustache", file281, sizeof file281 - 1},
    {"Pages/templates/referral-link-code.mustache", file282, sizeof file282 - 1},
    {"Pages/templates/referral-link-dead.mustache", file283, sizeof file283 - 1},
    {"Pages/templates/referral-link.mustache", file284, sizeof file284 - 1},
    {"Pages/templates/referral-messages.mustache", file285, sizeof file285 - 1},
    {"Pages/templates/referral-moves.mustache", file286, sizeof file286 - 1},
    {"Pages/templates/referral-new.mustache", file287, sizeof file287 - 1},
    {"Pages/templates/referral-parts.mustache", file288, sizeof file288 - 1},
    {"Pages/templates/referral-status.mustache", file289, sizeof file289 - 1},
    {"Pages/templates/referral-steps.mustache", file290, sizeof file290 - 1},
    {"Pages/templates/referral.mustache", file291, sizeof file291 - 1},
    {"Pages/templates/referrals.mustache", file292, sizeof file292 - 1},
    {"Pages/templates/review.mustache", file293, sizeof file293 - 1},
    {"Pages/templates/routine-icon.mustache", file294, sizeof file294 - 1},
    {"Pages/templates/schedule-line.mustache", file295, sizeof file295 - 1},
    {"Pages/templates/schedule.mustache", file296, sizeof file296 - 1},
    {"Pages/templates/search-form.mustache", file297, sizeof file297 - 1},
    {"Pages/templates/search.mustache", file298, sizeof file298 - 1},
    {"Pages/templates/sign-both.mustache", file299, sizeof file299 - 1},
    {"Pages/templates/sign-in-code.mustache", file300, sizeof file300 - 1},
    {"Pages/templates/sign-in-dead-link.mustache", file301, sizeof file301 - 1},
    {"Pages/templates/sign-in.mustache", file302, sizeof file302 - 1},
    {"Pages/templates/sign.mustache", file303, sizeof file303 - 1},
    {"Pages/templates/skill.mustache", file304, sizeof file304 - 1},
    {"Pages/templates/skills.mustache", file305, sizeof file305 - 1},
    {"Pages/templates/sport.mustache", file306, sizeof file306 - 1},
    {"Pages/templates/sports.mustache", file307, sizeof file307 - 1},
    {"Pages/templates/state.mustache", file308, sizeof file308 - 1},
    {"Pages/templates/steps-buttons.mustache", file309, sizeof file309 - 1},
    {"Pages/templates/summary.mustache", file310, sizeof file310 - 1},
    {"Pages/templates/tabs-more.mustache", file311, sizeof file311 - 1},
    {"Pages/templates/tabs.mustache", file312, sizeof file312 - 1},
    {"Pages/templates/team.mustache", file313, sizeof file313 - 1},
    {"Pages/templates/theirs.mustache", file314, sizeof file314 - 1},
    {"Pages/templates/timeline.mustache", file315, sizeof file315 - 1},
    {"Pages/templates/today-cards.mustache", file316, sizeof file316 - 1},
    {"Pages/templates/today.mustache", file317, sizeof file317 - 1},
    {"Pages/templates/track.mustache", file318, sizeof file318 - 1},
    {"Pages/templates/urgent.mustache", file319, sizeof file319 - 1},
    {"Pages/templates/visits.mustache", file320, sizeof file320 - 1},
    {"Pages/templates/waiting-entry.mustache", file321, sizeof file321 - 1},
    {"Pages/templates/waiting.mustache", file322, sizeof file322 - 1},
    {"Pages/templates/week-address.mustache", file323, sizeof file323 - 1},
    {"Pages/templates/week.mustache", file324, sizeof file324 - 1},
    {"Pages/templates/words-field.mustache", file325, sizeof file325 - 1},
    {"Pages/templates/work-layout.mustache", file326, sizeof file326 - 1},
    {"Places/us_zip_centroids.csv", file327, sizeof file327 - 1},
    {"Rules/access.txt", file328, sizeof file328 - 1},
    {"Rules/common-passwords.txt", file329, sizeof file329 - 1},
    {"Rules/home-advice.txt", file330, sizeof file330 - 1},
    {"Rules/measures.txt", file331, sizeof file331 - 1},
    {"Rules/payers.txt", file332, sizeof file332 - 1},
    {"Rules/referral-states.txt", file333, sizeof file333 - 1},
    {"Rules/return-to-sport.txt", file334, sizeof file334 - 1},
    {"Rules/routines.txt", file335, sizeof file335 - 1},
    {"Rules/taxonomies.txt", file336, sizeof file336 - 1},
};

const TandemAsset *tandem_assets(size_t *count) {
    *count = sizeof assets / sizeof assets[0];
    return assets;
}
