"""Countries, states and great cities: words that name no person where they stand alone.

A place acts and speaks as people do ("Peru waited", "Paris has agreed"); Israel or Charlotte may still be a given name.
"""

PLACES = frozenset(
    """
    abuja accra addis afghanistan africa alabama alaska albania aleppo alexandria algeria algiers america amman
    amsterdam andorra angola ankara antarctica antwerp arabia argentina arizona arkansas armenia asia astana
    asuncion athens atlanta auckland australia austria azerbaijan baghdad bahrain baku bali baltimore bamako
    bangalore bangkok bangladesh barbados barcelona basra bavaria beijing beirut belarus belfast belgium belgrade
    belize benghazi benin berlin bern beslan bhutan birmingham bogota bolivia bombay bordeaux bosnia boston botswana
    brasilia bratislava brazil bremen brisbane bristol britain britannia brittany brooklyn brunei brussels bucharest
    budapest bulgaria burma burundi cairo calcutta california cambodia cambridge cameroon canada canberra caracas
    cardiff catalonia chechnya chennai chicago chile china chisinau christchurch cologne colombia colombo colorado
    congo connecticut copenhagen cornwall corsica crete crimea croatia cuba cyprus czechia dagestan dakar dallas
    damascus darfur delaware delhi denmark denver detroit dhaka djibouti doha donbas donetsk dresden dubai dublin
    durban ecuador edinburgh egypt england eritrea estonia ethiopia europe fiji finland flanders florida france
    frankfurt gabon galicia gambia gaza geneva genoa germany ghana gibraltar glasgow greece greenland grenada grozny
    guadeloupe guantanamo guatemala guernsey guinea guyana haiti hamburg hanoi harare havana hawaii helsinki
    hiroshima holland hollywood homs honduras houston hungary hyderabad iceland idaho illinois india indiana
    indianapolis indonesia iowa iran iraq ireland islamabad israel istanbul italy jakarta jamaica japan java jeddah
    jersey jerusalem johannesburg jordan kabul kaliningrad kampala kandahar kansas karachi kashmir kathmandu
    kazakhstan kent kentucky kenya kharkiv kharkov khartoum kherson kiev kinshasa kobe kolkata korea kosovo kuwait
    kyiv kyoto kyrgyzstan lagos lahore laos latvia lebanon leeds leipzig lesotho liberia libya liechtenstein lille
    lima lisbon lithuania liverpool ljubljana london louisiana luanda luhansk luxembourg lviv lyon macau macedonia
    madagascar madras madrid malawi malaysia maldives mali malta manchester manhattan manila maputo mariupol
    marrakesh marseille maryland massachusetts mauritania mauritius melbourne memphis mexico miami michigan milan
    milwaukee minneapolis minnesota minsk mississippi missouri mogadishu moldova monaco mongolia monrovia montana
    montenegro montevideo montreal morocco moscow mosul mozambique mumbai munich myanmar nairobi namibia naples
    nebraska nepal netherlands nevada newfoundland nicaragua nicosia niger nigeria normandy norway odesa odessa ohio
    oklahoma oman ontario oregon orlando osaka oslo ottawa oxford pakistan palestine panama paraguay paris
    pennsylvania perth peru philadelphia philippines phoenix pittsburgh podgorica poland portland portugal poznan
    prague pretoria pristina provence prussia pyongyang qatar quebec queensland quito rabat ramallah reykjavik riga
    riyadh romania rome rostov rotterdam russia rwanda sacramento saigon salzburg samara sarajevo sardinia
    saskatchewan scandinavia scotland seattle senegal seoul serbia shanghai siberia sicily singapore skopje slovakia
    slovenia sofia somalia spain stockholm strasbourg stuttgart sudan suriname swaziland sweden switzerland sydney
    syria taipei taiwan tajikistan tallinn tanzania tashkent tasmania tbilisi tehran tennessee texas thailand tibet
    tirana togo tokyo toronto transnistria tripoli tunis tunisia turin turkey turkmenistan uganda ukraine ulster
    uruguay utah utrecht uzbekistan valencia vancouver vatican venezuela venice vermont vienna vietnam vilnius
    virginia wales warsaw washington wellington wisconsin wuhan wyoming yemen yerevan york yorkshire yugoslavia
    zagreb zambia zaporizhzhia zimbabwe zurich""".split()
)
