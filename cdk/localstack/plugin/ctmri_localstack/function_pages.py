"""Lets a page at the address of a function call that function, as on AWS, where both have one origin."""

import re

from localstack.aws.handlers import cors
from localstack.runtime import hooks

FUNCTION_ADDRESS = re.compile(r"(.*)\.lambda-url\.[^.]+\.(.[^:]*)(:[0-9]{2,5})?")
"""LocalStack takes the domain from the second group and the port from the third, and allows only its own."""


@hooks.on_infra_start()
def allow_pages_of_functions() -> None:
    """Browsers name the origin of whatever is not a GET; LocalStack refuses all that it does not know."""
    cors.DYNAMIC_INTERNAL_ORIGINS = (*cors.DYNAMIC_INTERNAL_ORIGINS, FUNCTION_ADDRESS)
