from django.urls import path

from . import paper, picture, views

urlpatterns = [
    path("quiz/", views.index, name="quiz"),
    path("quiz/card/<slug:first>-and-<slug:second>.png", picture.card, name="quiz-card"),
    path("quiz/<slug:set_slug>/", views.question_page, name="quiz-set"),
    path("quiz/<slug:set_slug>/<int:place>/", views.question_page, name="quiz-question"),
    path("quiz/<slug:set_slug>/result/", views.result, name="quiz-result"),
    path("quiz/<slug:set_slug>/return.ics", views.return_date, name="quiz-return"),
    path("quiz/<slug:set_slug>/sheet/", paper.sheet, name="quiz-sheet"),
    path("quiz/<slug:set_slug>/hall/", paper.hall, name="quiz-hall"),
]
