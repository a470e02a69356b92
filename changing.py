value = 'second, longer'
