// The tests of the date reading as one file, so that what they stand on is loaded once for each mutant: `npm run mutation`.
import '../rules/read-date/certain.test'
import '../rules/read-date/rough.test'
import '../rules/read-date/more-words.test'
import '../rules/read-date/mentioned.test'
import '../rules/read-date/no-date.test'
import '../rules/read-date/other-days.test'
import '../rules/read-date/asked-about.test'
import '../rules/read-date/recognised-spans.test'
