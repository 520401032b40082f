/** Languages offered, BCP 47: those of Unicode CLDR with basic coverage, and some it lacks. */
export const LANGUAGE_TAGS =
  'aa ab af ak am ar as ay az ba be bg bm bn bo br bs ca ce ckb cs cy da de din dv dz ee el en eo es et eu fa fi fil fj fo fr fy ga gd gl gn gu gv ha haz he hi hr ht hu hy id ig is it ja jv ka kab kam ki kk kl km kn ko kri ks ku ky lb lg ln lo lt luo lv mg mi mk ml mn mr ms mt my nd ne nl nn no nso nus nv ny om or pa pap pl ps pt pt-BR qu quc rm rn ro ru rw sa sat sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tet tg th ti tk tn to tpi tr ts tt tum ug uk ur uz ve vi wo xh yi yo yue zgh zh zh-Hant zu'.split(
    ' ',
  );

/** ISO 3166-1 alpha-2. */
export const COUNTRY_CODES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FO FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'.split(
    ' ',
  );
