"""Asynchronous events are handled in their turn, also one that comes while its function is being updated.

An updated function has a new poller on the same queue of events. The old one is told to end, but goes on waiting at the
queue for up to 2 s. LocalStack lets it drop what it gets meanwhile, and the queue then hides that for as long as the
function may run and a minute more: for a statistics run, 16 minutes.
"""

from typing import Any

from localstack.runtime import hooks
from localstack.services.lambda_.invocation import event_manager
from localstack.services.lambda_.invocation.version_manager import LambdaVersionManager

from ctmri_localstack.turns import Turns

LONGEST_WAIT_SECONDS = 2
MOST_EVENTS = 10
MARGIN_SECONDS = 60


class DroppingNothing(event_manager.Poller):
    """Hands on whatever it took from the queue: an event names its function, whose newest version handles it."""

    def __init__(self, version_manager: LambdaVersionManager, event_queue_url: str) -> None:
        super().__init__(version_manager, event_queue_url)
        self._turns = Turns(lambda: version_manager.function.reserved_concurrent_executions)

    def handle_message(self, message: dict[str, Any]) -> None:
        """In its turn."""
        with self._turns.one():
            super().handle_message(message)

    def run(self, *_: object) -> None:
        """Body of the thread."""
        version = self.version_manager.function_version
        queues = event_manager.get_sqs_client(version)
        while not self._shutdown_event.is_set():
            received = queues.receive_message(
                QueueUrl=self.event_queue_url,
                WaitTimeSeconds=LONGEST_WAIT_SECONDS,
                MaxNumberOfMessages=MOST_EVENTS,
                VisibilityTimeout=version.config.timeout + MARGIN_SECONDS,
            )
            for event in received["Messages"] or []:
                self.invoker_pool.submit(self.handle_message, event)
        self.invoker_pool.shutdown(wait=False)

    def stop(self) -> None:
        """Lets the thread end, and what it has taken be handled."""
        self._shutdown_event.set()


@hooks.on_infra_start()
def drop_no_events_of_updated_functions() -> None:
    """Called by LocalStack before any service starts."""
    event_manager.Poller = DroppingNothing
