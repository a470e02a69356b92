# Source lines are shown without their indentation; wide characters are kept.
def größe(naïve):
	if naïve:
		return "日本語" + naïve + 1


größe("é")
