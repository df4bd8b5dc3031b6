// Words that are no name, however they are written: the words that families and the pack use.

/** In small letters, without apostrophes. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `
    a abbreviations able about above abroad absence absolute absolutely abuse abused abusing academies academy accept accepting
    accepts access accessibility accessible account accused achieve acronyms across act action acts actual actually add added
    additional address adds adhd adjustments admission admissions admit adult adults advance advantage advantages advice advise
    advised adviser advisers advisor advocate affect afford aford afraid afresh african afta after afternoon afterwards again against
    age aged agen ages ago agree agreed agreeing agreemant agreement agrees ahead aid aim aint alert all allergy allow allowance
    allowed allows almost alone along alongside aloud already alright also alter alternative although always am ambushed amend amended
    amending amendment amendments among an ancient and angry announces annual another answer answering answers anxiety anxious any
    anybody anymore anyone anything anyway anywhere apart apeal api app appeal appealed appealing appeals appears appel appellant
    appendix application applied apply applying appointment apr april arabic are area arent argue arguing argument arm arms around
    arrange arranged arrangements arranges arrive arrived arrives as asdfghjkl asesment asessment asian ask asked asking asks asleep
    assesment assess assessed assessing assessment assessments assistant assume asthma at ate attached attachment attack attacked
    attend attendance attended attendees attending attends attorney aug august aunt auntie authorities authority autism autistic auto
    automatic av available avoid aware away awful b baby back backed bad badly bag bairn ball banging bank banned barrister based
    basically bath bathroom be bear beat beaten beats because become becomes bed bedroom been before beforehand beg began begin
    beginning behalf behaviour behind being believe belong belongs below belt benefit benefits bengali beside best better between
    biased big bigger bill bin binding binds bins birth birthday bit bite bits black blah blame blamed blaming blank bleach bleeding
    bleeds blew blood bloody blue board bodies body book booked born borough boss bot both bother bottle bought bound bout box boy
    boyfriend boyfriends break breakdown breaking breaks breathe breathing brick bridge bridges bright brilliant bring britain british
    broke broken brother brothers browser budge budget budgets building bullied bundle burn burned burning burnt bus busy but buttons
    buy buying by bye c cable calendar call called calling calls calm came camera camhs can cancel cancelled cannot cant capacity
    capasity capital capitals car card care careful carer carers cares carnt carried carries carry carrying cars case cases caseworker
    cat catch catchment categories cause caused causing ccg cease ceased ceasing centre cert certain certifcate certificat certificate
    certificates chair challenge challenged chance chances change changed changes changing chapter charge charged charity chase chased
    chasing chat chatting cheap check checked checklist checks chess child childcare childminder children childrens childs choice
    choices chokes choose chose christmas city claim claimant claims clarify class classes classroom clear cleared clearly clinical
    clock clocks close closed club clubs clue co coach code coin cold colege collect collected college colleges come comes coming
    comment comments commissioning committed common communicate communication companies company compare compared complain complained
    complaining complaint complaints complane complete completely complex compromise compulsary compulsory computer conceded concedes
    concern concerned concerns condition conduct confident confidential confidentiality configuration confirm confirmed confused
    connection cons consider considered considering consult consulted contact contacted contacting contacts content contents
    contesting continue conversation coordinator cope copes copied copies coping copy copys correct corrects cort cos cost costs could
    couldnt council councils counselling counsil count counted counting counts county course court cousin cover covered covers covid
    crack crap crash cream credit cries crisis criteria cry crying cum cupboard current currently curriculum custody cut cuts cutting
    d dad dads daily damage danger dark data date dated dates daughter daughters dauter day days dayz dd dead deadline deadlines deaf
    deal deals dear death debt dec december decid decide decided decides decision decisions decline declined dedline defenders
    definitely delay delayed delays delete deleted delivered delivery denied department depends depression deputy describe described
    deserve desperate despite detail details development device diagnosed diagnosing diagnosis did didnt die died diet differ
    difference different difficulties difficulty diffrence diffrent dinner direct directly director disab disabilities disability
    disabled disagree disagreeing disagreement disagreements disagrees disagrement discontinue discount discrimanation discriminat
    discriminate discriminated discrimination discuss dismissal disorder dispute disputes disputing dla do doctor document documents
    does doesnt dog doin doing done dont door doors dorter dose down downstairs dr draft drags draw drawn dreading drinking driver
    driving drop dropped drowning drs drug drugs drunk dry ds due dumb dunno during dus duties duty dying dyslexia dyslexic dyspraxia
    e each ear earlier earliest early earn earnings ease easier easter easy eat eats echp ed edge edit editor edpsych educate
    education educational effect ehc ehcna ehcp ehcps ehpc eid eight eighteen either eldest electric eleven else elsewhere email
    emailed emails emergency employed employment employs empty encourage end endeavours ended ending ends energy enforce england
    english enough entitled envelope eotas ep epilepsy epileptic equality escort especially essay european even evening ever every
    everybody everyone everything everywhere evidence ex exact exactly exam example exams except exception exceptional exceptions
    exclude excluded exclusion excuse exempt exhausted exist expect expected expelled expenses expensive experience expert expired
    explain explained explaining explains extend extends extension extra eye eyes f face facebook facilitator facilities fact facts
    fail failed failing fails fair faith fall fallback falling falls families family fancy far fare fast faster father fault favourite
    fe feb february fed fee feed feeding feel feelings feels fees feet fell felt fence few fifteen fifth fifty fight fighting figure
    figures file fill filled filling film filthy final finalised finally find finding finds fine fing finger fingers finish finished
    fire firing firm first fit fits five fix fixed fixes flat flexible floor floppy fobbed focused follow followed following fone food
    foods foot for force forced forever forget forgetting forgotten form formal former forms fortnight forty forum forward foster
    found four fourteen fourth framework free freely freeze freezes french fresh fri friday fridge friend friendly friends frightened
    from front frustrated fuck full fuming fund funding funds funny further fuss g gain game games gang garden gate gave gcse general
    get gets getting girl girls giv give given gives giving go goal god goes going gone gonna good goodbye google got gotta gov
    governing government governor governors gp grabbed grammar gran grandad grandchild grandchildren granddaughter grandma grandmother
    grandparent grandparents grandson grant great greeting grey groomed ground group groups grown guardian guess guidance guide guides
    gun guns gutted guys h had hadnt hair half halfway hall hammer hand handled handles handling handoff hands hang hanging hapens
    happen happened happening happens happier happy hard hardly harm harmed harness has hasnt hate hav have havent having he head
    heading heads headteacher health hear heard hearing hears heart held hell hello help helped helper helpful helping helpline helps
    helth hence her here hers herself hes hey hi hidden hides high higher him himself his history hit hits hitting hiya hold holding
    holds holes holiday holidays home homework honestly hope hopeless hopes hoping hospital hotel hour hours house housing how however
    hows https human hundred hung hungry hurdle hurt hurts husband i iass icb id idea idiot if ignore ignored ignores ignoring ill
    illegal im immediately impartial important impose in inbox include included includes incomplete indeed independent individual
    informal informally information initials inside insist insists instead instructions insulin insurance integrated interest
    interests interpreter interrupt intimidated into invite invited invoice involve involved ipsea ipsia ireland irish is isnt
    isolation ispea issue issued issues it items its itself ive january jargon job jobs join joining joke judge judges judicial july
    jump jumped june junior just justice k keen keep keeping keeps kept key keys kick kicked kicks kid kids kill killed killer killing
    kind kindergarten kinds kitchen knees knew knife knives knock knocked know knowing known knows l la label lack lacks lad lads lady
    land language laptop las last lasts late later latest law lawful lawyer lawyers lay lea lead leading leads leaflet leagal leap
    learn learning least leave leaves leaving left leg legal legally legislation length less lessons let leter lets letter lettered
    letters lgsco liability life lighter like likely limit limits line lines link linked list listed listen listens listing lists
    little live lived lives living load local location lock locked locks lodge lol long longer longest look looked looking looks loose
    lorry lose losing loss lost lot lots loud love lovely loves low lunch machine made mail main mainly mainstream maintain maintained
    major make makes making man manage manager mandatory many march mark marks marriage mat match mate maths matter matters may maybe
    me meals mean meaning means meant meanwhile medation mediashun mediate mediated mediater mediating mediation mediations mediaton
    mediator mediators medical medication medicine meditation meet meetin meeting meetings melatonin member men mental mention
    mentioned mentioning mentions mess message messages met middle midnight might mind mine minibus minute minutes miss missed missing
    mistake misunderstandings mix molestation moment monday money month months more morning moro most mostly mother mouth move moved
    moves moving mr mrs ms much multiple mum mums munths murder music must my myself myth n name named names naming nan narrows nasty
    nation national naughty nd near nearer nearest nearly necessary neck need needed needing needs neglected negotiating neighbour
    neighbours neither nervous neutral never new newest news next nhs nice night nine nineteen no nobody nod nodded noise non none
    nonsense nope nor normal normally northern not note notes nothing notice nov november now nowhere nowt null numb number numbers
    nurse nurseries nursery nursing obey object obligation obligatory obliged obsessed obviously occupational oct october odds of ofer
    off offer offerd offered offering offers office officer officers offices official officials ofsted often oh ok okay old older
    ombudsman on once one ones online only onto open opened opening openly opinion opportunities optional options or order ordered
    ordinary ordinator org organisation organisations organise organised originally ot other others otherwise ought our ours ourselves
    out outcome outcomes outer outside over overdue oversubscribed overwhelmed owe own owner owt packed paediatrician page pages paid
    panel panic paper papers paperwork paracetamol parent parental parents park parking part partial partner partnership parts party
    pass passed passes passport password past pathetic pause pauses pay paying payment payments payroll pays people percentage perfect
    perhaps permanent permanently permission person personal persons petrol phase phone photo photos physio physiotherapy pick picked
    picking picks picture pictures pieces pile pill pillar pillow pills pin pip place placement places plain plan planning plans play
    playtime please pls plus plz pm pmld pocket point pointing pointless points police policy polish poor possible possibly post
    postage posted posting postponed pounds power ppl practical practice pre prefer pregnancy prejudice preparation prepare press
    pressure presumed pretty previous price primary print printed privacy private privately probably problem problems procedure
    process professional professionals profound program promise promised prompt promptly proof proper properly proposal proposals
    proposed protect protection prove provide provider providers provides provision psych psychologist psychologists public publish
    published pulled pulling punch punched punches punished punjabi pupil pupils purple push pushed put puts putting qualify question
    questions quick quicker quickest quickly quiet quite quote qwerty r rain raised ramadan ran rang rate rather rd re reach reached
    reaches read reader reading readings reads ready real realised really realy reason reasonable reasons reassess reassessment
    receipt receipts receive received receiving recent recently reception recognised recommend recommendation recommendations
    reconsideration record recorded recording records redress reduced refer referee reference referral refund refus refusal refuse
    refused refuses refusing regards register registered registers registration regulation regulations reinstated reinstatement reject
    rejected relationship relationships relative relaxed relevant rely remarks remember remove removed renewal rep repeat repeated
    replace replaced replied reply report reports represent representation representative represented reps request require required
    reset residential resolution resolving resort respite respond responds response responsibility responsible rest rests result
    results reveal review reviewed reviews rewrite rich rid right rights ring ringing risk ritalin rite river road robot rolled
    romanian roof room rooms rope rote rough round route routes row rows rta rti rubber rubbish rude rule rules ruling run running
    runs sacked safe safeguarding safely safer safety said salt same sat saturday save saw say saying says scared scary scheme school
    schools scissors scotland scottish screaming screen script search sec second secondary secret secshun section sections sed see
    seeing seem seems seen seizure self sell sen senco sencos send sendco sendiags sendias sendiass sending sendist sends senior sense
    sensory sent sentence separate separating sept september serious sertraline served service services session set sets setting
    settings settle settled settlement settles seven seventeen several sex sexually shake shaking shall share shared she shed sheet
    sheets shell shes shit shoes shook shop short shorter shot should shouldnt show showed shows shrugs shut siblings sick side sides
    sign signed signing signpost signs simple simply since single sister sisters sit site sits sitting six sixteen sixth sixty skilled
    skin skint skip skool slap slapped sleep sleeps sleepy slip slow slt small smaller smashing snapchat so social soliciter solicitor
    solicitors solution solutions somali some somebody someone someones something sometimes somewhere son sons soon sooner sorry sort
    sorted sorting sorts sound sounds source sources space spanish speak speaking speaks special specialist specific speech speed
    speek spend spent split spoil spoke spoken spot spotted spring square st staff stage stages stairs stamp stand stands star start
    started starting starts statement statemented statementing statements states station statment stats statutory stay stays step
    stepdad steps stick stil still stone stop stopped stopping stops stored story straight strangled straps stressful stretch strict
    strong struggle struggles stuck student students stuff stung stupid subject success successful such sue suggest suggested
    suicidal suicide suit suits sum sumfing summary summer sumthing sunday suport support supporter supporting supports supposed sure
    surely surest suspended suspension suspicious swallow swallowed swap swear swears symbols system ta tab table tables take taken
    takes taking talk talked talking talks targets tax taxi teacher teachers teaching team teams tears teenager teeth telephone tell
    telling tells ten term terms terrible terrified test tested testing text th than thank thanks that thats thay the their theirs
    them themselves then ther therapist therapists therapy there therefore theres these they theyd theyll theyre theyve thick thing
    things think thinking thinks third thirteen thirty this tho those though thought thoughts thousand thread threatening three
    threshold threw throat through thrown tht thurs thursday thus thx tick tickets ticking tied tier tight til till time times
    timescale timetable timing tired title titles to today toddler together toilet told tomorrow tongue tonight too took top tore
    torture touch touched touches tourettes towards towel town trail train trained training trains transfer translate transport
    trapped trauma travel treat treated treats triage trial tribunal tribunals tribunel tribunial tried tries trip trouble tru true
    truly trust try trying tube tuesday tuition turn turned turning turns tutor twelve twenty twice twins two ty type typed types
    typing u uk ukrainian unable unchanged uncle unconscious under understand understood unfair unfairly unfortunately unhappy
    uniform unit units universal university unknown unless unreasonable unsure until up update updated upon upset ur urdu urgent us
    use used useful useless users uses using usual usually utterances vague valid value vars venue verbal verdict version very via
    video view views village violent visa visited voice voices voluntary vs wages wait waited waitin waiting waits wake wales walk
    walked wall want wanted wants war wardrobe warning warnings was washing wasnt waste wat watch watching water way ways we weaken
    wear web website websites wed wedding wednesday week weekend weekends weekly weeks weigh weight well welsh wen went were werent
    wet weve what whatever whats whatsapp wheel wheelchair when whenever where wheres whether which whichever while white who whoever
    whole wholl whom whos whose why wich wider wife wifi will win window windows winning wins wish wishes witch with withdraw within
    without wiv wivout wks woman won wondering wont word wording words work worked worker working works worried worries worry worse
    worst worth wot wots would wouldnt woz wraps wreck wriggle wrists write writes writing written wrong wrote wtf wud www y yeah
    year yearly years yep yes yesterday yet you young your youre yours yourself youve zero zoom
  `
    .trim()
    .split(/\s+/),
)
