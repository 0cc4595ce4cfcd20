import type { Locale } from '../domain/conversation.js';

/** The pages that the app package names and anyone may read. */
export const pageNames = ['privacy', 'terms', 'support'] as const;

/** One of the pages. */
export type PageName = (typeof pageNames)[number];

/** A page of plain text. */
export interface PageText {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

const ja: Readonly<Record<PageName, PageText>> = {
  privacy: {
    title: '芽吹き：個人情報の扱い',
    sections: [
      {
        heading: '保存するもの',
        lines: [
          '提案の内容、提案した人の氏名・部局・課室・職位（提案したときのもの）と、受付からの経過。',
          '次の様式に記入しておくための、最後に確かめた所属と職位。',
          'お知らせを届けるための、ボットとのチャットの宛先と表示言語、届いたかどうかの記録。',
          '事務局などの役割を持つ人の氏名と役割。',
        ],
      },
      {
        heading: '保存する場所と期間',
        lines: [
          'あなたの組織の Microsoft 365（SharePoint のリスト）に保存します。お知らせは Microsoft の仕組みを通って Teams に届きます。このほかのサービスには送りません。',
          '動かすためのサーバーには、リストの写しと、まだリストに保存できていない提案を一時的に置きます。後者は保存でき次第消します。',
          'リストの内容をこのアプリが自動で消すことはありません。保存期間と廃棄は、組織の文書管理の定めによります。',
        ],
      },
      {
        heading: '見える人',
        lines: [
          '仕分けの画面には、提案した人の氏名や所属を出しません。SharePoint のリストそのものは、組織の管理者が許した人だけが見られます。',
          '公表した内容は職員が見られます。氏名は、提案した人が公表してよいとしたときだけ出します。',
        ],
      },
      {
        heading: '開示・訂正など',
        lines: ['自分の情報の開示・訂正・削除の求めは、組織の窓口または事務局へお申し出ください。'],
      },
    ],
  },
  terms: {
    title: '芽吹き：利用条件',
    sections: [
      {
        heading: '使える人',
        lines: ['このアプリは、導入した組織の職員が業務で使うためのものです。'],
      },
      {
        heading: '書かないでください',
        lines: ['個人情報、住民の情報、公開前の情報、特定の人を傷つける内容は書かないでください。'],
      },
      {
        heading: '提案の扱い',
        lines: [
          '受付番号の付いた提案は、すべて事務局が検討し、結果と理由をお知らせします。',
          '採否や実施の時期を約束するものではありません。',
        ],
      },
      {
        heading: '提供の条件',
        lines: [
          'プログラムは MIT ライセンスで公開されており、無保証です。運用の責任は導入した組織にあります。',
        ],
      },
    ],
  },
  support: {
    title: '芽吹き：困ったとき',
    sections: [
      {
        heading: '使い方',
        lines: [
          'Teams で「芽吹き」とのチャットを開き、「提案」と送ると様式が開きます。「ヘルプ」で使い方を表示します。',
        ],
      },
      {
        heading: 'うまくいかないとき',
        lines: [
          '画面に8文字の番号が出たときは、その番号を添えて、あなたの組織の事務局へお知らせください。',
          '「受付中」と表示された提案は保管されています。受付番号は後からチャットに届きます。',
        ],
      },
      {
        heading: '連絡先',
        lines: [
          'お問い合わせは、あなたの組織の提案募集の事務局へお願いします。事務局の連絡先は募集の案内にあります。',
        ],
      },
    ],
  },
};

const en: Readonly<Record<PageName, PageText>> = {
  privacy: {
    title: 'Mebuki: personal information',
    sections: [
      {
        heading: 'What is stored',
        lines: [
          'What was proposed, the name, department, section and job grade of the proposer at that time, and what happened since.',
          'The office and grade you last confirmed, to fill in the next form.',
          'Where your chat with the bot is and in which language, so that you can be told, and whether messages arrived.',
          'The names and roles of those who have a role, such as the secretariat.',
        ],
      },
      {
        heading: 'Where and for how long',
        lines: [
          'In the Microsoft 365 of your organisation (SharePoint lists). Messages reach Teams through services of Microsoft. Nothing is sent to any other service.',
          'The server that runs the app holds a copy of the lists and, for a time, proposals that could not be stored yet. The latter are erased once stored.',
          'This app does not delete what is in the lists by itself. How long it is kept follows the rules of your organisation.',
        ],
      },
      {
        heading: 'Who can see it',
        lines: [
          'The triage screen shows no name and no office of proposers. The SharePoint lists themselves can be read only by those whom your administrator allows.',
          'What is published can be read by staff. Names are shown only where the proposer allowed it.',
        ],
      },
      {
        heading: 'Disclosure and correction',
        lines: [
          'To see, correct or delete what is stored about you, please ask the office in charge or the secretariat.',
        ],
      },
    ],
  },
  terms: {
    title: 'Mebuki: terms of use',
    sections: [
      {
        heading: 'Who may use it',
        lines: ['This app is for staff of the organisation that installed it, for their work.'],
      },
      {
        heading: 'Please do not write',
        lines: [
          'Personal information, information about residents, information not yet public, or anything that hurts a person.',
        ],
      },
      {
        heading: 'What happens to proposals',
        lines: [
          'Every proposal with a number is examined by the secretariat, and you are told the result and the reason.',
          'This is no promise that it will be adopted, or when.',
        ],
      },
      {
        heading: 'Conditions',
        lines: [
          'The program is published under the MIT licence without warranty. The organisation that installed it is responsible for running it.',
        ],
      },
    ],
  },
  support: {
    title: 'Mebuki: support',
    sections: [
      {
        heading: 'How to use it',
        lines: [
          'Open the chat with Mebuki in Teams and send "Propose": a form opens. "Help" shows how to go on.',
        ],
      },
      {
        heading: 'When something goes wrong',
        lines: [
          'If a number of eight characters is shown, please tell it to the secretariat of your organisation.',
          'A proposal shown as being received is kept safely. Its number arrives in the chat later.',
        ],
      },
      {
        heading: 'Contact',
        lines: [
          'Please ask the secretariat of the call for proposals in your organisation. How to reach it is in the announcement of the call.',
        ],
      },
    ],
  },
};

/** The pages by language. */
export const pageTexts: Readonly<Record<Locale, Readonly<Record<PageName, PageText>>>> = { ja, en };
