// First names that are heard in England, by which a name is told even in small letters.

/** Names that are hardly ever anything else. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `
    aaliyah aaron abbie abby abdi abdul abdullah abdulrahman abigail abu adam adamma ade adebayo adele adnan adrian ahmad ahmed aidan
    aiden aiesha aimee aisha aishah ajay akash akua alan alastair albert albie aled alejandro aleksander alex alexa alexander
    alexandra alexandru alexis alfie alfred ali alice alicia alina alisha alison alistair aliya aliyah allan allison alma alyssa amaan
    amal amanda amara amber ambreen amelia amelie amina aminah amir amira amit amna amy ana anas anastasia andre andrea andreea andrei
    andrew andy aneesa angela angelina angus anika anisa anita anjali anna annabel annabelle anne annette annie anthony antoni antonio
    antony anya aoife archie ariana arianna arjun arlo arman arthur arun arya asad asha asher ashley ashton asif asma astrid athena
    aubrey audrey aurora austin ava avery ayaan ayan ayat ayesha ayla aysha ayub azaan aziz barbara barnaby bartosz bashir beatrice
    becca beckett becky bella ben benedict benjamin benji bernadette bernard bertie bethan bethany betty beverley bhavesh bianca bilal
    billie billy blake bobbi bobbie bobby bodhi bogdan bonnie brad bradley brandon brendan brian bridget brody bronwyn bruno bryony
    caitlin caleb callum calum cameron camilla cara carl carla carlo carlos carly carmen carol carole caroline carolyn carys casey
    caspar casper cassandra cassie catalina caterina catherine cathy catrin cecilia cedric celia celine cerys charles charley charlie
    charlotte chelsea cheryl chiamaka chidera chidi chinedu chioma chloe chris christina christine christopher chukwu cian ciara
    claire clara clare claudia clement clive cody cohen colette colin colleen connie connor conor constance cora corey cormac craig
    cristian cynthia cyrus dafydd daisy damian damien damilola dan daniel daniela danielle danny daphne darcey darcie darcy daria
    darius darren daryl dave david davina dawid debbie deborah declan deepak delilah demi denis denise dennis denzel derek dermot
    dexter diana diane diego dilys dimitri dominic dominik dominika donna dora doris dorothy dougie douglas duncan dylan eamon ebony
    eddie eden edith edna eduard edward edwin eesa efe eileen eilidh ela elaine eleanor elena eli eliana elias elijah elin eliot elisa
    elise elisha eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie eloise elsa elsie elvis emanuel emeka emil emilia
    emily emma emmanuel emmett enya eoin eric erica erik erin ernest esmae esme esmee esther ethan etta eva evan evangeline eve evelyn
    evie ewa ewan ezra fabian faisal farah farhan fatima fatimah fatma fatou felicity felix femi fergus filip finlay finley finn
    finnley fiona fionn flora florence florin fran frances francesca francis francisco frankie franklin fred freddie freddy frederick
    freya gabriel gabriela gabriella gabrielle gail gareth gary gavin gemma geoff geoffrey george georgia georgie georgina gerald
    gerard gethin ghazal gianna gideon gillian gina giovanni giulia gladys glenda glenn gloria glynis gordon graeme graham greg
    gregory greta gretchen grzegorz guillermo gurpreet gus gwen gwyneth habib hadi hadiya hadley hafsa hamish hamza hana hanna hannah
    hans harleen harley harman harold harpreet harriet harris harrison harry harvey hasan hassan hattie hayden haydn hayley hazel
    heather heidi helen helena helene henrietta henry hermione hilary hilda holly horatio howard hubert hugh hugo humza husna hussain
    hussein hyacinth iain ian ianto ibraheem ibrahim idris ieuan ifan ifeoma ignacy igor iman imogen imran ines inga ingrid ioana iona
    ira irena irene irma isaac isabel isabella isabelle isaiah isha isla ismail isobel issa issac ivan ivor ivy iwan izabella izzy
    jacek jack jackie jackson jacob jacqueline jad jade jaden jaiden jaime jake jakub jamal james jamie jana jane janet janette janice
    janine jannat jared jasmin jasmine jason jasper javier jaxon jaxson jay jaya jayce jayda jayden jaylen jayne jean jeanette jeff
    jeffrey jemima jemma jenna jennifer jenny jeremiah jeremy jermaine jerome jerzy jess jesse jessica jessie jill jillian jim jimmy
    joan joanna joanne jodie joe joel joey johan johanna johannes john johnny jon jonah jonas jonathan jonny jordan jordi jorge jose
    joseph josephine josh joshua josiah josie joyce juan juanita jude judith judy julia julian juliana julianne julie juliet juliette
    julius juno justin justyna kacey kacper kadija kai kaiden kaitlyn kaleb kamal kamil kamila kamran karan karen karim karina karl
    karolina kasia kasper katarzyna kate katelyn katherine kathleen kathryn kathy katie katrina kavita kay kaya kayden kayla kayleigh
    keanu keeley keira keiran keisha keith kelly kelsey kelvin ken kendra kenneth kenny kenzie kenzo kerri kerry kevin keziah khadija
    khadijah khaled khalid khalil khloe kian kiara kieran kim kimberley kimberly kiran kirsten kirsty kitty klara klaudia kobi kofi
    konrad koray kris krish krishna kristian kristina krystal krzysztof kuba kwame kyan kyla kyle kyra kyran kyrie lacey lachlan laila
    laith lana lara larissa larry latisha laura lauren laurence lauryn lawrence layla leah leanne leigh leighton leila lena lenny leo
    leon leona leonard leonardo leonie leroy lesley leslie lettie levi lewie lewis lexi lexie liam liana libby lidia lila lilah lilia
    lilian lillian lillie lilly lily lina linda lindsay lindsey linus lisa lizzie llewellyn lloyd lochlan logan lois lola lorcan
    loretta lorna lorraine lottie lou louie louis louisa louise luana luca lucas lucia lucian lucie lucinda lucy luis luka lukas
    lukasz luke luna lydia lyla lynda lyndsey lynette lynn lynne lyra mabel mackenzie maddie maddison madeleine madeline madison maeve
    magda magdalena maggie mahmood mahmoud mahnoor maia maisie maisy maja malachi malachy malakai malcolm malik malika mandy manuel
    marcel marcia marcin marco marcos marcus margaret margot maria mariah mariam mariama marian mariana marie marilyn marina mario
    marion marissa marius marjorie marlene marlon marlowe marnie marta martha martin martina martyn marvin marwa mary maryam maryann
    mateo mateusz matilda matt matteo matthew maud maureen maurice mavis max maxim maximilian maxine maxwell maya mckenzie meera megan
    meghan mehmet mei mel melanie melissa mercedes meredith mia micah michael michaela michal michelle mick miguel mihai mikael mike
    mikolaj mila mildred milla millie milly milo mindy minnie mira miranda miriam misha mitchell moesha mohamed mohammad mohammed
    mohamud mohsin moira mollie molly mona monica monika montgomery monty morgan moses muhammad muhammed muna munira muriel murphy
    musa mustafa mya myah myles myra myrtle naadir nabil nabila nadia nadine nahla naima naomi narges nasir nasra natalia natalie
    natan natasha nate nathan nathaniel naveed nayla neha neil nell nellie nelly nelson nesta nevaeh neve niall niamh nicholas nick
    nicky nico nicola nicolas nicole nigel nikhil nikita nikki niklas nikola nikolas nila nils nina nisha noah noel noelle nojus nola
    nora norah noreen norma norman nour numan nyah nyla oakley ola olga oliver olivia olivier oliwia oliwier ollie olumide oluwaseun
    omar omari oona ophelia orla orlando orson oscar osian osman otis otto owain owen oyin pablo paddy paige pamela paola parveen
    pascal patricia patrick patrycja patryk patsy paul paula pauline pavel pawel pedro peggy penelope perry pete peter petra philip
    philippa phillip phillipa phoebe phyllis piers piotr pippa polly poppy porscha prakash pranav priya priyanka przemyslaw quentin
    quincy quinn rachael rachel radek rafael rafal rafferty rahma rahul raihan raj rajesh ralph ramona rana randy rania raphael raquel
    rashid raul ravi rayan raymond rayyan reagan rebecca rebekah reece reem reggie regina rehan reiss remi remy rene renee reuben
    reuel rex rhea rhian rhianna rhiannon rhona rhys ria ricardo richard richie ricky rihanna riley rina rishi rita roan robbie robert
    roberta roberto robyn rocco rodney rodrigo roger rohan roisin roland romeo romy ron ronald ronan ronnie rory rosa rosalie rosalind
    rosanna rosemary rosie rosina ross rowan rowena roxanne roy ruben rubie ruby rufus rukhsana rukia rupert russell ruth ryan ryder
    ryley saad saanvi sabina sabrina sade sadia sadie safa safia saif saira salim sally salma salman sam samantha samir samira sammy
    samson samuel sana sandeep sandra sanjay sanna santiago sara sarah sasha saskia savannah sean seb sebastian selena selina seren
    serena seth shabana shabnam shane shannon sharon shaun shauna shawn shay shayla sheena sheila shelley shelly sheree sherry shirley
    shivani shona shreya shyanne sian sidney sienna sierra simon simone simran sinead siobhan skye skyla skylar sofia solomon somaya
    sonia sonny sophia sophie soraya spencer stacey stacy stan stanley stefan stefania stella stephanie stephen steve steven stewart
    stuart suleiman sumaya sumayyah sunita suresh susan susanna susannah suzanne suzie sybil sydney sylvia sylwia szymon tabitha taha
    tahir talha talia tamara tamika tamsin tania tanisha tanya tara tariq tarun tasha tasnim tatiana tayla taylor ted teddy tegan temi
    temitope terence teresa terri tess tessa thea theo theodora theodore theresa thiago thomas tia tiago tiana tiffany tilly tim
    timothy tina toby todd tolu tom tomas tomasz tommy toni tony tracey tracy travis trent trevor tricia tristan troy tudor tyler
    tymon tyrell tyrese tyrone tyson ugo uma umar ursula usman uzma valentina valentino valerie vanessa vera vernon veronica vicky
    victor victoria vihaan vijay vikram viktor viktoria vince vincent violet virginia vishal vivek vivian vivienne vlad waleed walter
    wanda warren wayne wendy weronika wesley wiktor wiktoria wilf wilfred willa william willow wilma winifred winnie winston wojciech
    xander xanthe xavier yahya yan yara yasin yasir yasmin yasmina yasmine yaw yolanda yosef yousef youssef yuki yusra yusuf yvette
    yvonne zac zaccheus zach zachariah zachary zack zahid zahra zaid zain zaina zainab zak zakaria zane zanele zara zarah zayan zayd
    zayn zaynab zeb zeeshan zeke zelda zena zeynep zoe zoey zofia zoya zubair zuri zuzanna
  `
    .trim()
    .split(/\s+/),
)

/** Names that are words too: taken for a name only where the text says so. */
export const NAMES_AND_WORDS: ReadonlySet<string> = new Set(
  `
    al an angel april archer art ash asia august baker bay bill bishop blessing blue brook carter cash chase china christian clay
    cliff cooper curtis dale dawn dean dee dev don dot drew duke earl ed faith fern forest france frank gale gene gift ginger goodness
    grace grant gray grey guy heath honey hope hudson hunter india iris israel jan jo joy june justice king kit lane lee len major
    mark mason may melody mercy milan miles mina mo olive page paris parker pat patience peace peg penny pierce precious preston
    prince princess raven ray reed reg rich rio river rob robin roman rose saffron sage sandy scout sky star stone storm success sue
    sultan summer summer-rose sunny trinity una van verity wade walker will wren young
  `
    .trim()
    .split(/\s+/),
)
