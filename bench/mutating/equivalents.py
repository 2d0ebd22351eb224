"""Mutants that no test can notice, by module, each with the reason why nothing differs."""

EQUIVALENT: dict[str, dict[str, str]] = {
    "awareness.publishing.actions": {
        "locked: text._state.fields_cache.clear() → nothing": (
            "the line before has put the fresh row's own _state there, which holds nothing yet"
        ),
    },
}
