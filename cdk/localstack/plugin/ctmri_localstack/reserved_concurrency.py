"""A function handles as many events at once as its template reserves for it, as on AWS.

LocalStack keeps that limit where a call of its own sets it, and leaves it out of what CloudFormation creates and
updates. Without it each statistics run of a burst of uploads would compute the study beside all others.
"""

from collections.abc import Callable
from typing import Any

from localstack.runtime import hooks
from localstack.services.cloudformation.resource_provider import OperationStatus, ProgressEvent, ResourceRequest
from localstack.services.lambda_.resource_providers.aws_lambda_function import LambdaFunctionProvider

type Step = Callable[[LambdaFunctionProvider, ResourceRequest[Any]], ProgressEvent[Any]]


def with_its_limit(step: Step) -> Step:
    """Sets the limit once the function is there."""

    def limited(provider: LambdaFunctionProvider, request: ResourceRequest[Any]) -> ProgressEvent[Any]:
        progress = step(provider, request)
        if progress.status == OperationStatus.SUCCESS:
            name = progress.resource_model["FunctionName"]
            limit = request.desired_state.get("ReservedConcurrentExecutions")
            functions = request.aws_client_factory.lambda_
            if limit is None:
                functions.delete_function_concurrency(FunctionName=name)
            else:
                functions.put_function_concurrency(FunctionName=name, ReservedConcurrentExecutions=int(limit))
        return progress

    return limited


@hooks.on_infra_start()
def reserve_concurrency_of_templates() -> None:
    """Called by LocalStack before any service starts."""
    LambdaFunctionProvider.create = with_its_limit(LambdaFunctionProvider.create)
    LambdaFunctionProvider.update = with_its_limit(LambdaFunctionProvider.update)
