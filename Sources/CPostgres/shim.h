// libpq, as Debian's libpq-dev installs it, and what Swift cannot take from a macro.
#include <libpq-fe.h>

static const int TANDEM_PG_SQLSTATE = PG_DIAG_SQLSTATE;
static const int TANDEM_PG_MESSAGE = PG_DIAG_MESSAGE_PRIMARY;
static const int TANDEM_PG_DETAIL = PG_DIAG_MESSAGE_DETAIL;
static const int TANDEM_PG_TABLE = PG_DIAG_TABLE_NAME;
static const int TANDEM_PG_COLUMN = PG_DIAG_COLUMN_NAME;
static const int TANDEM_PG_CONSTRAINT = PG_DIAG_CONSTRAINT_NAME;
