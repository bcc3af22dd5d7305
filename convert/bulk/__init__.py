"""Many documents: where they come from, who converts them, what became of each.

- `items`: the documents that the inputs stand for, with `kinds`, `archives`, `records`, `places`, `sources`, `names`
- `tasks`: one document as any process can convert it; `workers`: processes that may die; `warm`: what they have loaded
- `run`: hands the documents out; `journal`: what became of each; `report`: the page of it
"""
