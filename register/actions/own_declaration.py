"""Whether a declaration is of a company for which somebody may sign."""

from register.access import Principal
from register.exceptions import RegisterError
from register.store.declarations import StoredDeclaration


class NotTheirCompanyError(RegisterError):
    """The person may not declare for this company."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"this account may not declare for company {company_id}")


def require_own(by: Principal, declaration: StoredDeclaration) -> None:
    """Raises NotTheirCompanyError."""
    if not by.acts_for(declaration.company_id):
        raise NotTheirCompanyError(declaration.company_id)
