"""A situation made into a plan, in five rooms; ``road.py`` is the way through them.

1. ``calendar``: working days, quiet days, and where a step may stand.
2. ``happened``: where the candidate stands, and how the history brought them there.
3. ``contacts``: which contact is next, when it is fair, and what stands beside it.
4. ``choices``: own days and steps left out, ways to follow up, and what is worth asking.
5. ``telling``: why a step is on its day, what each answer would change, and notices.

``rules`` is the advice that all of them read, ``plan`` what they make, and ``planner`` the door.
"""
