"""Where staff see a question as the public will: answered rightly, with its explanation."""

from django.urls import reverse

from .attempt import begin_attempt, write
from .models import Question, QuestionSet, Use


def question_preview_address(question: Question) -> str:
    """An address that shows QUESTION alone; '' while there is no set to show it in."""
    row = QuestionSet.objects.live().exclude(use=Use.DAILY).first()
    if row is None:
        return ""
    attempt = begin_attempt([question.pk], "preview").with_answer(1, question.correct)
    state = write(attempt, row.slug)
    return f"{reverse('quiz-question', args=[row.slug, 1])}?s={state}&go=1"
