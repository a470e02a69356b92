x = 'text
