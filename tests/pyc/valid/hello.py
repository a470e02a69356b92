print("compiled elsewhere")
