"""What a run was worth, told: to programs, to a build server, on a terminal and on a page beside the sources.

Nothing here measures or judges. All is made from scores that were given and findings that were made elsewhere.
"""
