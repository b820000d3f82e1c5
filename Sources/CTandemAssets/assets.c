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
#embed "../../Migrations/0001-people.sql" suffix(,)
0};
static const unsigned char file70[] = {
#embed "../../Migrations/0002-trust.sql" suffix(,)
0};
static const unsigned char file71[] = {
#embed "../../Pages/articles/children-are-not-small-adults.md" suffix(,)
0};
static const unsigned char file72[] = {
#embed "../../Pages/articles/pt-and-ot.md" suffix(,)
0};
static const unsigned char file73[] = {
#embed "../../Pages/articles/when-to-see-a-pediatric-pt.md" suffix(,)
0};
static const unsigned char file74[] = {
#embed "../../Pages/assets/favicon.svg" suffix(,)
0};
static const unsigned char file75[] = {
#embed "../../Pages/assets/tandem.css" suffix(,)
0};
static const unsigned char file76[] = {
#embed "../../Pages/assets/tandem.js" suffix(,)
0};
static const unsigned char file77[] = {
#embed "../../Pages/templates/activities.mustache" suffix(,)
0};
static const unsigned char file78[] = {
#embed "../../Pages/templates/activity.mustache" suffix(,)
0};
static const unsigned char file79[] = {
#embed "../../Pages/templates/article.mustache" suffix(,)
0};
static const unsigned char file80[] = {
#embed "../../Pages/templates/articles.mustache" suffix(,)
0};
static const unsigned char file81[] = {
#embed "../../Pages/templates/badge.mustache" suffix(,)
0};
static const unsigned char file82[] = {
#embed "../../Pages/templates/converge.mustache" suffix(,)
0};
static const unsigned char file83[] = {
#embed "../../Pages/templates/error.mustache" suffix(,)
0};
static const unsigned char file84[] = {
#embed "../../Pages/templates/errors.mustache" suffix(,)
0};
static const unsigned char file85[] = {
#embed "../../Pages/templates/footer.mustache" suffix(,)
0};
static const unsigned char file86[] = {
#embed "../../Pages/templates/guide-age.mustache" suffix(,)
0};
static const unsigned char file87[] = {
#embed "../../Pages/templates/guide-answer.mustache" suffix(,)
0};
static const unsigned char file88[] = {
#embed "../../Pages/templates/guide-check.mustache" suffix(,)
0};
static const unsigned char file89[] = {
#embed "../../Pages/templates/guide-letter.mustache" suffix(,)
0};
static const unsigned char file90[] = {
#embed "../../Pages/templates/guide-pick.mustache" suffix(,)
0};
static const unsigned char file91[] = {
#embed "../../Pages/templates/guide-question.mustache" suffix(,)
0};
static const unsigned char file92[] = {
#embed "../../Pages/templates/header.mustache" suffix(,)
0};
static const unsigned char file93[] = {
#embed "../../Pages/templates/hero-art.mustache" suffix(,)
0};
static const unsigned char file94[] = {
#embed "../../Pages/templates/home-tries.mustache" suffix(,)
0};
static const unsigned char file95[] = {
#embed "../../Pages/templates/home.mustache" suffix(,)
0};
static const unsigned char file96[] = {
#embed "../../Pages/templates/layout.mustache" suffix(,)
0};
static const unsigned char file97[] = {
#embed "../../Pages/templates/library-areas.mustache" suffix(,)
0};
static const unsigned char file98[] = {
#embed "../../Pages/templates/logo.mustache" suffix(,)
0};
static const unsigned char file99[] = {
#embed "../../Pages/templates/not-found.mustache" suffix(,)
0};
static const unsigned char file100[] = {
#embed "../../Pages/templates/privacy.mustache" suffix(,)
0};
static const unsigned char file101[] = {
#embed "../../Pages/templates/provenance.mustache" suffix(,)
0};
static const unsigned char file102[] = {
#embed "../../Pages/templates/review.mustache" suffix(,)
0};
static const unsigned char file103[] = {
#embed "../../Pages/templates/search-form.mustache" suffix(,)
0};
static const unsigned char file104[] = {
#embed "../../Pages/templates/search.mustache" suffix(,)
0};
static const unsigned char file105[] = {
#embed "../../Pages/templates/sign.mustache" suffix(,)
0};
static const unsigned char file106[] = {
#embed "../../Pages/templates/skill.mustache" suffix(,)
0};
static const unsigned char file107[] = {
#embed "../../Pages/templates/skills.mustache" suffix(,)
0};
static const unsigned char file108[] = {
#embed "../../Pages/templates/state.mustache" suffix(,)
0};
static const unsigned char file109[] = {
#embed "../../Pages/templates/steps-buttons.mustache" suffix(,)
0};
static const unsigned char file110[] = {
#embed "../../Pages/templates/track.mustache" suffix(,)
0};
static const unsigned char file111[] = {
#embed "../../Pages/templates/urgent.mustache" suffix(,)
0};
static const unsigned char file112[] = {
#embed "../../Pages/templates/words-field.mustache" suffix(,)
0};
static const unsigned char file113[] = {
#embed "../../Rules/access.txt" suffix(,)
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
    {"Migrations/0001-people.sql", file69, sizeof file69 - 1},
    {"Migrations/0002-trust.sql", file70, sizeof file70 - 1},
    {"Pages/articles/children-are-not-small-adults.md", file71, sizeof file71 - 1},
    {"Pages/articles/pt-and-ot.md", file72, sizeof file72 - 1},
    {"Pages/articles/when-to-see-a-pediatric-pt.md", file73, sizeof file73 - 1},
    {"Pages/assets/favicon.svg", file74, sizeof file74 - 1},
    {"Pages/assets/tandem.css", file75, sizeof file75 - 1},
    {"Pages/assets/tandem.js", file76, sizeof file76 - 1},
    {"Pages/templates/activities.mustache", file77, sizeof file77 - 1},
    {"Pages/templates/activity.mustache", file78, sizeof file78 - 1},
    {"Pages/templates/article.mustache", file79, sizeof file79 - 1},
    {"Pages/templates/articles.mustache", file80, sizeof file80 - 1},
    {"Pages/templates/badge.mustache", file81, sizeof file81 - 1},
    {"Pages/templates/converge.mustache", file82, sizeof file82 - 1},
    {"Pages/templates/error.mustache", file83, sizeof file83 - 1},
    {"Pages/templates/errors.mustache", file84, sizeof file84 - 1},
    {"Pages/templates/footer.mustache", file85, sizeof file85 - 1},
    {"Pages/templates/guide-age.mustache", file86, sizeof file86 - 1},
    {"Pages/templates/guide-answer.mustache", file87, sizeof file87 - 1},
    {"Pages/templates/guide-check.mustache", file88, sizeof file88 - 1},
    {"Pages/templates/guide-letter.mustache", file89, sizeof file89 - 1},
    {"Pages/templates/guide-pick.mustache", file90, sizeof file90 - 1},
    {"Pages/templates/guide-question.mustache", file91, sizeof file91 - 1},
    {"Pages/templates/header.mustache", file92, sizeof file92 - 1},
    {"Pages/templates/hero-art.mustache", file93, sizeof file93 - 1},
    {"Pages/templates/home-tries.mustache", file94, sizeof file94 - 1},
    {"Pages/templates/home.mustache", file95, sizeof file95 - 1},
    {"Pages/templates/layout.mustache", file96, sizeof file96 - 1},
    {"Pages/templates/library-areas.mustache", file97, sizeof file97 - 1},
    {"Pages/templates/logo.mustache", file98, sizeof file98 - 1},
    {"Pages/templates/not-found.mustache", file99, sizeof file99 - 1},
    {"Pages/templates/privacy.mustache", file100, sizeof file100 - 1},
    {"Pages/templates/provenance.mustache", file101, sizeof file101 - 1},
    {"Pages/templates/review.mustache", file102, sizeof file102 - 1},
    {"Pages/templates/search-form.mustache", file103, sizeof file103 - 1},
    {"Pages/templates/search.mustache", file104, sizeof file104 - 1},
    {"Pages/templates/sign.mustache", file105, sizeof file105 - 1},
    {"Pages/templates/skill.mustache", file106, sizeof file106 - 1},
    {"Pages/templates/skills.mustache", file107, sizeof file107 - 1},
    {"Pages/templates/state.mustache", file108, sizeof file108 - 1},
    {"Pages/templates/steps-buttons.mustache", file109, sizeof file109 - 1},
    {"Pages/templates/track.mustache", file110, sizeof file110 - 1},
    {"Pages/templates/urgent.mustache", file111, sizeof file111 - 1},
    {"Pages/templates/words-field.mustache", file112, sizeof file112 - 1},
    {"Rules/access.txt", file113, sizeof file113 - 1},
};

const TandemAsset *tandem_assets(size_t *count) {
    *count = sizeof assets / sizeof assets[0];
    return assets;
}
