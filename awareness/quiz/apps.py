from django.apps import AppConfig


class QuizConfig(AppConfig):
    name = "awareness.quiz"
    verbose_name = "测验"
