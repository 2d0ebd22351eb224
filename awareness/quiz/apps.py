from django.apps import AppConfig


class QuizConfig(AppConfig):
    name = "awareness.quiz"
    verbose_name = "测验"

    def ready(self):
        from awareness.publishing.preview import SHOWN_AT

        from .preview import shown_at

        SHOWN_AT["quiz.question"] = shown_at
