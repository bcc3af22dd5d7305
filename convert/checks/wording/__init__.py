"""What the words of a document themselves do wrong: punctuation, numerals, numbers of headings, forms of official elements.

Each function takes a text and gives its flaws, and knows nothing of files, styles or documents. Only sure cases are
given: a false alarm costs a reader more than a flaw that is missed.

- `marks`: GB/T 15834-2011 (标点符号用法)
- `numerals`: GB/T 15835-2011 (出版物上数字用法), GB 3100 (units)
- `numbers`: the numbers of headings and items, GB/T 9704-2012 cl. 7.3.3 and GB/T 15834-2011, annex B.1
- `elements`: the forms of official elements, GB/T 9704-2012 cl. 7.2 to 7.4
"""
