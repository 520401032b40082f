/** Made-up people: given and family names that are common in each script, joined at random. */
export interface NameList {
  readonly script: string;
  readonly language: string;
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** How a name is shown: most scripts given first, Han, Kana and Hangul family first. */
  readonly shown: (given: string, family: string) => string;
}

const givenFirst = (given: string, family: string): string => `${given} ${family}`;
const familyFirst = (given: string, family: string): string => `${family}${given}`;

export const NAME_LISTS: readonly NameList[] = [
  {
    script: 'Latn',
    language: 'en',
    given: ['Amina', 'Björn', 'Chloé', 'Đorđe', 'Éamon', 'Nguyễn'],
    family: ['Testfield', 'Müsterholm', 'Fictión', 'Přikladová', 'Exemplaire', 'Ørskov-Null'],
    shown: givenFirst,
  },
  {
    script: 'Cyrl',
    language: 'ru',
    given: ['Анна', 'Борис', 'Дарина', 'Ёлка', 'Жанна', 'Їжак'],
    family: ['Вымыслова', 'Примеренко', 'Образцова', 'Тестович', 'Небывалый', 'Ђуровић'],
    shown: givenFirst,
  },
  {
    script: 'Arab',
    language: 'ar',
    given: ['أمل', 'بشير', 'ثريا', 'جميل', 'خديجة', 'یاسمن'],
    family: ['الخيالي', 'المثالي', 'النموذجي', 'التجريبي', 'الافتراضي', 'پندارپور'],
    shown: givenFirst,
  },
  {
    script: 'Hebr',
    language: 'he',
    given: ['אביגיל', 'ברק', 'גלית', 'דוד', 'הדס', 'ורד'],
    family: ['בדיוני', 'לדוגמה', 'נסיוני', 'דמיוני', 'אלמוני', 'פלוני'],
    shown: givenFirst,
  },
  {
    script: 'Hani',
    language: 'zh-Hans',
    given: ['小明', '丽华', '建国', '𠮷生', '美玲', '志強'],
    family: ['虚', '范', '例', '試', '某', '測'],
    shown: familyFirst,
  },
  {
    script: 'Kana',
    language: 'ja',
    given: ['ハナコ', 'タロウ', 'サクラ', 'ケンジ', 'ユミ', 'ショウ'],
    family: ['カソラ', 'レイダ', 'ナナシ', 'テスト', 'ボウシ', 'カクウ'],
    shown: familyFirst,
  },
  {
    script: 'Hang',
    language: 'ko',
    given: ['가상', '나래', '다솜', '라온', '마루', '하늘'],
    family: ['허', '예', '모', '시', '없', '꾸'],
    shown: familyFirst,
  },
  {
    script: 'Deva',
    language: 'hi',
    given: ['अनीता', 'भरत', 'चंद्रिका', 'दीपक', 'ईशा', 'क्षितिज'],
    family: ['काल्पनिक', 'उदाहरण', 'नमूना', 'परीक्षण', 'अज्ञात', 'मिथ्या'],
    shown: givenFirst,
  },
  {
    script: 'Thai',
    language: 'th',
    given: ['กานดา', 'ขวัญ', 'จิตรา', 'ชัย', 'ดวงใจ', 'น้ำฝน'],
    family: ['สมมุติ', 'ตัวอย่าง', 'ทดลอง', 'นิรนาม', 'จินตนาการ', 'ไม่มีจริง'],
    shown: givenFirst,
  },
  {
    script: 'Ethi',
    language: 'am',
    given: ['አበበ', 'ብርሃን', 'ጽዮን', 'ደስታ', 'እሌኒ', 'ፍቅርተ'],
    family: ['ምናባዊ', 'ምሳሌ', 'ሙከራ', 'ልብወለድ', 'ያልታወቀ', 'ተረት'],
    shown: givenFirst,
  },
  {
    script: 'Geor',
    language: 'ka',
    given: ['ანა', 'ბექა', 'გიორგი', 'დალი', 'ელენე', 'ვაჟა'],
    family: ['გამოგონილი', 'მაგალითაძე', 'ნიმუშვილი', 'ტესტიანი', 'უცნობი', 'ზღაპრული'],
    shown: givenFirst,
  },
];
