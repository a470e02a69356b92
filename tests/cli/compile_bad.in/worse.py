pass
return
