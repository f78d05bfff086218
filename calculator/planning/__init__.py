"""A situation made into a plan, in five rooms; ``road.py`` is the way through them.

1. The calendar: ``calendar`` (working days, quiet days, where a step may stand).
2. What has happened: ``standing`` (where the candidate stands), ``happened`` (how they came there).
3. The next contact: ``opening`` (when a first one is fair), ``replies``, ``offers``, ``contacts``
   (which is next, and the rhythm), ``law``, ``surroundings`` (what stands beside them).
4. One's own choice: ``choices`` (own days, steps left out), ``styles``, ``questions``.
5. Telling: ``telling`` (why), ``branches`` (what each answer would change), ``notices``.

``plan`` and ``drafts`` are what goes from room to room, ``rules`` the advice that all of them read.
"""
