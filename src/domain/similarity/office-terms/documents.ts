/** Documents, forms and how they are made, decided and kept. One line: an id and its terms. */
export const documentTerms = `
paper: 紙 印刷 プリント コピー 複写 製本 紙資料 紙媒体 紙配布 トナー コピー用紙 印刷物
digitise: 電子化 デジタル化 データ化 ペーパーレス 電磁的記録 脱紙 紙の廃止
approval: 決裁 起案 稟議 伺い書 承認手続 持ち回り
electronic-approval: 電子決裁 決裁の電子化 オンライン決裁 決裁システム 文書管理システム
delegated-decision: 専決 決裁区分 権限移譲 権限委譲 決裁権限
seal: 押印 はんこ ハンコ 判子 認印 公印 印鑑 捺印 脱はんこ 印影
electronic-contract: 電子契約 電子署名 電子公印 契約の電子化
form: 様式 書式 フォーマット 帳票 記入用紙
template: ひな形 雛形 ひながた テンプレート 定型文 文例 文例集
minutes: 議事録 会議録 議事要旨 議事メモ 会議メモ 打合せ記録 会議の記録
transcription: 文字起こし 書き起こし テープ起こし 音声認識 音声入力 録音
summary: 要約 要点 サマリー 概要版
ledger: 台帳 管理簿 記録簿 受払簿
archive: 書庫 文書保存 保存文書 キャビネット 書棚 ファイリング 保管庫 文書廃棄
manual: マニュアル 手引 手引き 手順書 操作説明 ハンドブック 取扱説明書 業務手順
guideline: ガイドライン 指針 ルール 決まり 取決め 取り決め 申合せ 申し合わせ 約束事 利用基準
inquiry: 照会 調査もの 調査依頼 回答依頼 照会文書
questionnaire: アンケート 意向調査 フォーム Forms 回答フォーム 入力フォーム 調査票
compilation: 集計 取りまとめ とりまとめ 集約 転記 合算
double-entry: 二重入力 重複入力 再入力 手入力 打ち直し 手打ち 二度入力
announcement: 通知 周知 お知らせ 回覧 通達 連絡文書
attachment: 添付 添付ファイル 添付資料
versions: ファイル名 版管理 バージョン 最新版 確定版 ファイルの版 更新履歴 変更履歴
shared-folder: 共有フォルダー 共有フォルダ ファイルサーバー 共有ドライブ 共有場所 保存先 保存場所 SharePoint OneDrive
spreadsheet: Excel エクセル 表計算 スプレッドシート
merged-cells: セルの結合 結合セル セル結合 結合した欄 エクセル方眼紙 神エクセル 方眼紙
slides: パワーポイント パワポ PowerPoint スライド プレゼン資料 プレゼンテーション資料 説明資料 レク資料
macro: マクロ VBA 関数
greeting: 挨拶文 あいさつ文 挨拶状 祝辞 式辞 スピーチ原稿 挨拶原稿
drafting: 案文 たたき台 下書き 原案 草案 文書作成 文案 起草
proofreading: 校正 推敲 誤字 脱字 誤字脱字 文章チェック
translation: 翻訳 通訳 多言語 外国語 英訳 多言語対応 やさしい日本語
handouts: 会議資料 協議資料 配布資料 説明資料 レク資料 打合せ資料
replacement: 差し替え 差替え 差替 刷り直し 印刷し直し
posting: 郵送 郵便 発送 封入 封筒 切手 送付作業 郵送費
fax: FAX ファクス ファックス ファクシミリ
receipt: 領収書 レシート 証拠書類 領収証
business-card: 名刺 電子名刺 名刺管理
budget: 予算 予算要求 予算編成 査定 調書 予算書 決算 補正予算
contract: 契約 入札 見積書 見積 調達 発注 電子入札 随意契約
payment: 請求書 支払 支払い 支出命令 会計処理 電子請求書 会計伝票 伝票
travel-expense: 旅費 交通費 旅費請求 旅費精算 出張費 旅費の精算
open-data: オープンデータ データ公開 統計 データ活用 データ分析
dashboard: ダッシュボード BI 可視化 グラフ化 見える化
press: 記者発表 プレスリリース 報道発表 報道機関 記者会見 報道資料
assembly: 議会 答弁 答弁書 想定問答 質問取り
`;
