from django.apps import AppConfig


class QuizConfig(AppConfig):
    name = "awareness.quiz"
    verbose_name = "测验"

    def ready(self):
        from awareness.publishing.preview import SHOWN_AT

        from .preview import question_preview_address

        SHOWN_AT["quiz.question"] = question_preview_address
